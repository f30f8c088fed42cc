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
  /** The operation that is asked for; by default the one of the session. */
  readonly operation?: Operation;
  /** Encoded on its way into the path. */
  readonly user?: string;
  /** Stands in the path as it is. */
  readonly rawUser?: string;
  readonly query?: readonly (readonly [string, string])[];
  readonly credential?: Credential;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; no body without it. */
  readonly body?: unknown;
  /** Another way to write the same path, which many servers take for it. */
  readonly spelling?: (typeof spellings)[number];
  /** What no client sends by mistake: whatever stands before the API may answer it. */
  readonly hostile?: boolean;
}

/** Whether a probe of this operation's session asks for it, and not for another one, of which its rules say nothing. */
export function asksFor({ id }: Operation, probe: Probe): boolean {
  return (probe.operation?.id ?? id) === id;
}
