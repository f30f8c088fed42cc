import type { Operation } from '../../contract/operation.ts';
import type { Credential } from './credential.ts';

/** Other ways to write a path. */
export const spellings = [
  'double-slash',
  'trailing-slash',
  'upper-case',
  'dot-segment',
  'suffix',
  'encoded-letter',
] as const;

/** A request as a check thinks of it; what is left out is as it has to be. */
export interface Probe {
  /** Encoded on its way into the path. */
  readonly user?: string;
  /** Stands in the path as it is. */
  readonly rawUser?: string;
  readonly query?: readonly (readonly [string, string])[];
  readonly credential?: Credential;
  readonly headers?: Readonly<Record<string, string>>;
  /** Another way to write the same path, which many servers take for it. */
  readonly spelling?: (typeof spellings)[number];
  /** What no client sends by mistake: whatever stands before the API may answer it. */
  readonly hostile?: boolean;
}

/** Path and query of a probe, behind the path of the base URL. */
export function probePath(
  probe: Probe,
  standard: { readonly operation: Operation; readonly primaryUser: string; readonly baseUrl: URL },
): string {
  const { query = [], credential } = probe;
  const { operation } = standard;
  const pairs = [...query, ...(credential?.query ?? [])].map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
  );
  const id = probe.rawUser ?? encodeURIComponent(probe.user ?? standard.primaryUser);
  const template = probe.spelling === undefined ? operation.path : respelt(operation.path, probe.spelling);
  const path = template.replace(/\{([^}]+)\}/g, (_, name: string) =>
    name === 'user_id' ? id : encodeURIComponent(exampleOf(operation, name)),
  );
  const base = standard.baseUrl.pathname.replace(/\/+$/, '');
  return base + path + (pairs.length === 0 ? '' : `?${pairs.join('&')}`);
}

/** What stands in a path for a parameter that no probe chooses. */
function exampleOf({ parameters }: Operation, name: string): string {
  return String(parameters.find((parameter) => parameter.name === name)?.example ?? name);
}

function respelt(template: string, spelling: NonNullable<Probe['spelling']>): string {
  switch (spelling) {
    case 'double-slash':
      return `/${template}`;
    case 'trailing-slash':
      return `${template}/`;
    case 'upper-case':
      return template.replace(/\{[^}]+\}|[a-z]/g, (part) => (part.length === 1 ? part.toUpperCase() : part));
    case 'dot-segment':
      return template.replace(/^\/[^/]*/, '$&/.');
    case 'suffix':
      return `${template}.json`;
    case 'encoded-letter':
      return template.replace(/[a-z](?=[a-z]*\/\{)/, (letter) => `%${Buffer.from(letter).toString('hex')}`);
    default:
      return spelling satisfies never;
  }
}
