/** What one connection, and all connections together, may use. */
export interface ConnectionLimits {
  /** Time for the headers of a request, and for the first one also the time until it starts. */
  readonly headersMilliseconds: number;
  /** Time for a whole request with its body. */
  readonly requestMilliseconds: number;
  /** Time for a client to read an answer. */
  readonly readMilliseconds: number;
  /** Connections at a time; fewer if the process may open only few files. More of them are refused with a 503. */
  readonly connections: number;
  /** Requests of one connection that wait for an earlier answer. The last of them closes the connection. */
  readonly waitingRequests: number;
}

/** The limits of every server. */
export const connectionLimits: ConnectionLimits = {
  headersMilliseconds: 10_000,
  requestMilliseconds: 30_000,
  readMilliseconds: 30_000,
  connections: 1000,
  waitingRequests: 500,
};
