/** What is to be answered, before it is known to keep the contract. */
export interface Answer {
  readonly status: number;
  /** Anything that JSON can say; left out where the answer has no body. */
  readonly body?: unknown;
  /** `application/json` where it is left out. */
  readonly contentType?: string;
  /** Those that the contract declares, spelled as there. */
  readonly headers?: Readonly<Record<string, string>>;
}
