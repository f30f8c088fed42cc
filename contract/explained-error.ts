/**
 * The cases that code tells apart. `configuration`: each line of the message is complete, with its file. `limit`: no
 * more requests may be sent. `unreachable`, `busy`, `silent`: how a target fails to answer. All the rest is `other`.
 */
export type ExplainedKind = 'configuration' | 'limit' | 'unreachable' | 'busy' | 'silent' | 'other';

/** An error that a person can act on. Its message says what failed, why, and what to do, and needs no stack trace. */
export class ExplainedError extends Error {
  override readonly name = 'ExplainedError';
  readonly kind: ExplainedKind;

  constructor(message: string, { kind = 'other', ...options }: ErrorOptions & { kind?: ExplainedKind } = {}) {
    super(message, options);
    this.kind = kind;
  }
}
