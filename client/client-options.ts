/** What every client needs. */
export interface ClientOptions {
  /** Origin of the server, with a path prefix where it has one. */
  readonly baseUrl: string;
  /** API key, or token. */
  readonly key: string;
  /** Stands in for the global `fetch`. */
  readonly fetch?: (request: Request) => Promise<Response>;
}
