import { ExplainedError } from '../../contract/explained-error.ts';

/** The target cannot be reached: it accepts no connection, does not speak HTTP, or responds only with 429 or 503. */
export class UnreachableError extends ExplainedError {
  override readonly name = 'UnreachableError';
}
