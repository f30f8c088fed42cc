import { type DestinationStream, pino } from 'pino';
import type { LogLevel } from './log-level.ts';

/** A completed request, as the log shows it. */
export interface AnsweredRequest {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly milliseconds: number;
  /** False if the client disconnected before the whole answer was sent. */
  readonly isFinished: boolean;
}

/** The logger of the server. */
export interface Log extends Pick<ReturnType<typeof pino>, 'info' | 'warn' | 'error'> {
  /** Writes the line of a request. */
  readonly answered: (request: AnsweredRequest) => void;
}

/** Makes a logger that writes one JSON object per line to `destination`, by default to standard output every 100 ms. */
export function createLog(options: {
  readonly level: LogLevel;
  readonly destination?: DestinationStream;
}): Log {
  const destination =
    options.destination ?? pino.destination({ dest: 1, sync: false, minLength: 4096, periodicFlush: 100 });
  const logger = pino(
    { level: options.level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    destination,
  );
  const isLogged = logger.isLevelEnabled('info');
  const level = pino.levels.values.info;
  return {
    info: logger.info.bind(logger),
    warn: logger.warn.bind(logger),
    error: logger.error.bind(logger),
    // The line has the form that pino writes. Building it here costs a third, and every request needs one.
    answered({ id, method, path, status, milliseconds, isFinished }) {
      if (!isLogged) return;
      const time = new Date().toISOString();
      const words = isFinished ? 'answered' : 'the client disconnected';
      destination.write(
        `{"level":${level},"time":"${time}","id":${JSON.stringify(id)},"method":${JSON.stringify(method)},"path":${JSON.stringify(path)},"status":${status},"milliseconds":${milliseconds},"msg":"${words}"}\n`,
      );
    },
  };
}
