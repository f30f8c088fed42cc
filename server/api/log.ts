import { type DestinationStream, pino } from 'pino';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** What the server needs of a logger. */
export type Log = Pick<ReturnType<typeof pino>, 'info' | 'warn' | 'error'>;

/** A logger that writes one JSON object a line to `destination`, or to standard output, ten times a second. */
export function createLog(options: {
  readonly level: LogLevel;
  readonly destination?: DestinationStream;
}): Log {
  const destination =
    options.destination ?? pino.destination({ dest: 1, sync: false, minLength: 4096, periodicFlush: 100 });
  return pino({ level: options.level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
}
