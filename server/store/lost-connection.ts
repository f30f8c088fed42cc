// The errors after which a connection to PostgreSQL cannot be used any more.

/** The codes of PostgreSQL, the network and the driver for an established connection that was closed. */
const closedCodes = new Set(['25P03', '57P01', '57P02', '57P05', '08003', '08006', 'ECONNRESET', 'EPIPE']);

/** Whether an established connection was closed, so that a new one may be better. */
export function isConnectionClosed(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string') return closedCodes.has(error.code);
  // The driver gives these errors no code.
  return /^connection terminated(?! due to connection timeout)|client has encountered a connection error|client was closed/i.test(
    error.message,
  );
}

/** Whether the driver gave up waiting for an answer. The answer may still arrive on the connection. */
export function isQueryTimeout(error: unknown): boolean {
  return error instanceof Error && error.message === 'Query read timeout';
}
