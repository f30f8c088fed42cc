import { ExplainedError } from '../../contract/explained-error.ts';
import { keyHeaderNames, vendorEntry } from '../../spec/vendors.ts';
import type { ApiTarget } from '../session/api-target.ts';
import { keyedEntry, keyVariable } from '../session/credential.ts';
import { headerValueFault } from './header-fault.ts';
import type { SecretSource } from './secret-source.ts';

type Headers = Readonly<Record<string, string>>;

/** The headers to send, and the values in them that reports must not contain. */
export interface ResolvedHeaders {
  readonly headers: Headers;
  readonly secrets: readonly string[];
}

/**
 * Replaces each `${NAME}` in the values of headers by the variable of that name. Throws an `ExplainedError` if it is not
 * set, or if a header cannot carry its value.
 */
export function resolveHeaders(headers: Headers, source: SecretSource): ResolvedHeaders {
  const secrets: string[] = [];
  const resolved = Object.entries(headers).map(([header, value]) => {
    const text = value.replaceAll(/\$\{([A-Za-z_]\w*)\}/g, (_, name: string) => {
      const secret = source.valueOf(name);
      if (secret === '')
        throw new ExplainedError(`Cannot send the header ${header}: ${source.missing(name)}`);
      const fault = headerValueFault(secret);
      if (fault !== null) throw new ExplainedError(`Cannot send ${name} in the header ${header}: ${fault}`);
      secrets.push(secret);
      return secret;
    });
    return [header, text];
  });
  return { headers: Object.fromEntries(resolved), secrets };
}

/** Throws an `ExplainedError` if one of the headers carries the key of this API, which is set in another way. */
export function assertNoKeyHeader(headers: Headers, target: ApiTarget): void {
  const entry = vendorEntry(target.vendor);
  const keyHeaders = [entry, keyedEntry(target)]
    .flatMap(keyHeaderNames)
    .map((header) => header.toLowerCase());
  const name = Object.keys(headers).find((header) => keyHeaders.includes(header.toLowerCase()));
  if (name === undefined) return;
  throw new ExplainedError(
    `Cannot send the header ${name}: it carries the API key of ${entry.title}, which must not be set as a header. Set ${keyVariable(target.vendor)} in the environment or in the file of --key-file.`,
  );
}
