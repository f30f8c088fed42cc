import { ExplainedError } from '../contract/explained-error.ts';

/** The server cannot start with these options, on this machine. Nothing is left open. */
export class StartError extends ExplainedError {
  override readonly name = 'StartError';
}
