/** The kinds of one cause that affects every request of an operation. */
export type CauseKind = 'path' | 'key' | 'user' | 'no-items' | 'redirect' | 'web-page' | 'server-error';

/** One cause for everything: why nothing, or almost nothing, of an operation could be checked. */
export interface Cause {
  readonly kind: CauseKind;
  /** What happens, as a sentence. It contains no secrets. */
  readonly text: string;
  /** What to do about it, as one or more sentences. */
  readonly advice: string;
  /** A command that repeats the first request, with a variable for the key. */
  readonly curl: string;
}
