import { pino } from 'pino';
import { createLogDestination, type LogDestination } from './log-destination.ts';
import type { LogLevel } from './log-level.ts';
import { withoutKeys } from './without-keys.ts';

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
  /** Resolves when all lines are written, or after a second if they cannot be written. */
  readonly close: () => Promise<void>;
}

/**
 * Makes a logger that writes one JSON object per line to `destination`, by default to standard output every 100 ms. Lines
 * that cannot be written are dropped and counted, and a later line says how many. Everything of a key's form is removed
 * from warnings and errors; the path of a request must already be without keys.
 */
export function createLog(options: {
  readonly level: LogLevel;
  readonly destination?: Pick<LogDestination, 'write'> & Partial<LogDestination>;
}): Log {
  const destination = options.destination ?? createLogDestination({ droppedLine });
  const logger = pino(
    { level: options.level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    { write: (line) => destination.write(withoutKeys(line)) },
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
    close: async () => destination.close?.(),
  };
}

/** The line that takes the place of lines that were dropped. */
function droppedLine(dropped: number, reason: string): string {
  const fields = { time: new Date().toISOString(), dropped, reason };
  const { warn } = pino.levels.values;
  return `${JSON.stringify({ level: warn, ...fields, msg: 'log lines that could not be written were dropped' })}\n`;
}
