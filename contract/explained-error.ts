/** An error that a user can act on. Its message states what failed, why, and what to do. It needs no stack trace. */
export class ExplainedError extends Error {
  override readonly name: string = 'ExplainedError';
}
