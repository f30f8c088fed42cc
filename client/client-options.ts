/** The options of every client. */
export interface ClientOptions {
  /** Origin of the server, and its path prefix if it has one. */
  readonly baseUrl: string;
  /** API key, or token. */
  readonly key: string;
  /** Stands in for the global `fetch`. */
  readonly fetch?: (request: Request) => Promise<Response>;
}
