// The entry `connections-contract/verify`. Every type that a signature here names is exported here.
import { readContract } from '../contract/contract.ts';
import { planRunWith, type VerifyRun } from './plan-run-with.ts';
import type { Outcome } from './results/outcome.ts';
import type { VerifyOptions } from './run/verify-options.ts';

// biome-ignore-start lint/performance/noBarrelFile: users of the package can import no other file
export { ExplainedError } from '../contract/explained-error.ts';
export type { Provenance } from '../contract/openapi-document.ts';
export type { Vendor } from '../spec/vendors.ts';
export type { Cause, CauseKind } from './results/cause.ts';
export type { ConcludeOptions, Conclusion, StopReason } from './results/conclusion.ts';
export { conclude } from './results/conclusion.ts';
export type { Finding } from './results/finding.ts';
export type { OmittedOperation } from './results/omitted-operation.ts';
export type { CheckDescription, CheckGroup, CheckStatus, Outcome } from './results/outcome.ts';
export type { ApiTarget, Expectation, KnownUser } from './session/api-target.ts';
export { UnreachableError } from './wire/unreachable-error.ts';
export type { VerifyOptions, VerifyRun };
// biome-ignore-end lint/performance/noBarrelFile: users of the package can import no other file

/**
 * Checks a server against the contracts of the given APIs and yields the outcome of each check as soon as it is known.
 * Sends only GET requests. Throws an `UnreachableError` if the server cannot be reached, and otherwise as `planRun`.
 */
export function verify(options: VerifyOptions): AsyncGenerator<Outcome> {
  return planRun(options).outcomes();
}

/**
 * Plans a run. In addition to the outcomes, it has what `conclude` needs. Throws an `ExplainedError` for a check or an
 * operation that does not exist, and a `RangeError` or `TypeError` for other options that are not valid.
 */
export function planRun(options: VerifyOptions): VerifyRun {
  return planRunWith(readContract, options);
}
