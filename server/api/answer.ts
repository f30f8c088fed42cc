/** An answer before it is checked against the contract. */
export interface Answer {
  readonly status: number;
  /** Any JSON value; left out if the answer has no body. */
  readonly body?: unknown;
  /** `application/json` by default. */
  readonly contentType?: string;
  /** The headers that the contract declares, with the same spelling. */
  readonly headers?: Readonly<Record<string, string>>;
}
