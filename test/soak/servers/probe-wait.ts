/** How long one small request waited for its whole answer. */
export interface ProbeWait {
  readonly origin: string;
  readonly path: string;
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly milliseconds: number;
  /** Null if the answer did not arrive. */
  readonly status: number | null;
}
