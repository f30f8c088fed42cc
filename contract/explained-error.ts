/**
 * The kinds of errors that code distinguishes. `configuration`: each line of the message begins with its file. `limit`:
 * the request limit is reached. `unreachable`, `busy`, `timeout`: how a target fails to respond. `other`: all others.
 */
export type ExplainedKind = 'configuration' | 'limit' | 'unreachable' | 'busy' | 'timeout' | 'other';

/** An error that a user can act on. Its message states what failed, why, and what to do. It needs no stack trace. */
export class ExplainedError extends Error {
  override readonly name = 'ExplainedError';
  readonly kind: ExplainedKind;

  constructor(message: string, { kind = 'other', ...options }: ErrorOptions & { kind?: ExplainedKind } = {}) {
    super(message, options);
    this.kind = kind;
  }
}
