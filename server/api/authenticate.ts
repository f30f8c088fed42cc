// Finds the caller of a request by its key.
import type { IncomingHttpHeaders } from 'node:http';
import type { Request } from 'express';
import type { Operation, SecurityScheme } from '../../contract/operation.ts';
import type { Access, ApiContext } from './api.ts';
import { ProblemError } from './problem.ts';

/**
 * Resolves to the caller of a request. If it has keys for several schemes of the operation's security, only the one that
 * is declared first counts, even if it is wrong. Rejects as unauthenticated if there is no valid key, unless the operation
 * accepts requests without one.
 */
export async function authenticate<Caller>(
  access: Access<Caller>,
  operation: Operation,
  request: Request,
  context: ApiContext,
): Promise<Caller> {
  if (access.kind === 'guard') return access.callerOf(request.params, context);
  const schemes = operation.security.filter((scheme) => scheme !== null);
  const [presented] = presentedKeys(request.headers, schemes);
  const isOpen = schemes.length < operation.security.length || schemes.length === 0;
  const caller =
    presented !== undefined
      ? await access.callerOf(presented.key, presented.scheme, context)
      : isOpen
        ? await access.callerWithoutKey?.(operation, context)
        : null;
  if (caller === null || caller === undefined) {
    const [scheme] = schemes;
    throw new ProblemError({ kind: 'unauthenticated', ...(scheme !== undefined && { scheme }) });
  }
  return caller;
}

/** The keys of a request, in the order in which their schemes are declared. Only the first counts. */
export function presentedKeys(
  headers: IncomingHttpHeaders,
  schemes: readonly SecurityScheme[],
): readonly { readonly key: string; readonly scheme: SecurityScheme }[] {
  return schemes.flatMap((scheme) => {
    const key = presentedKey(headers, scheme);
    return key === null ? [] : [{ key, scheme }];
  });
}

/** The key of a request for a security scheme; null if it is missing or malformed. */
function presentedKey(headers: IncomingHttpHeaders, scheme: SecurityScheme): string | null {
  if (scheme.type === 'apiKey') {
    const header = headers[scheme.name.toLowerCase()];
    return typeof header === 'string' ? header : null;
  }
  return /^bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? null;
}
