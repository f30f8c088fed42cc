import { ExplainedError } from '../../contract/explained-error.ts';

/** The run sends no more requests. The reason is that of `StopReason`. */
export class StopError extends ExplainedError {
  override readonly name = 'StopError';
  readonly reason: 'request-limit' | 'timeouts';

  constructor(message: string, reason: 'request-limit' | 'timeouts') {
    super(message);
    this.reason = reason;
  }
}
