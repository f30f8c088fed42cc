import type { Operation } from '../../contract/operation.ts';
import type { Credential } from './credential.ts';

/** Alternative spellings of a path. */
export const spellings = [
  'double-slash',
  'trailing-slash',
  'upper-case',
  'dot-segment',
  'suffix',
  'encoded-letter',
] as const;

/** A request as a check describes it. Fields that are left out have their valid defaults. */
export interface Probe {
  /** The operation to call; by default the one of the session. */
  readonly operation?: Operation;
  /** Asks only for the headers of the response to a GET. The contract does not describe HEAD. */
  readonly method?: 'HEAD';
  /** The id of the user, or of what else the operation reads. It is encoded for the path. */
  readonly user?: string;
  /** That id as it appears in the path, not encoded. */
  readonly rawUser?: string;
  readonly query?: readonly (readonly [string, string])[];
  readonly credential?: Credential;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; no body without it. */
  readonly body?: unknown;
  /** An alternative spelling of the path that many servers accept. */
  readonly spelling?: (typeof spellings)[number];
  /** True for input that no client sends by mistake. A proxy in front of the API can respond to it. */
  readonly hostile?: boolean;
}

/** Whether a probe calls this operation. The rules of the operation do not apply to others, nor to HEAD. */
export function asksFor({ id }: Operation, probe: Probe): boolean {
  return probe.method === undefined && (probe.operation?.id ?? id) === id;
}
