/** The lowest severity that a server logs. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';
