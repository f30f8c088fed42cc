import { write, writeSync } from 'node:fs';

/** Text that is worth a write, in characters. Less waits for the pause. */
const enough = 4096;

/** Lines that wait at most, in characters. Further lines are dropped and counted. */
const maximumWaiting = 1024 * 1024;

/** How long a short text waits, and how long the destination waits after a failed write. */
const pauseMilliseconds = 100;

/** How long `close` waits for lines that cannot be written. */
const closingMilliseconds = 1000;

/** Where the lines of a log go. */
export interface LogDestination {
  write(line: string): void;
  /** Resolves when everything is written, or after a second if it cannot be written. */
  close(): Promise<void>;
}

/**
 * Makes a destination that never blocks, throws or grows: lines are written to a file descriptor in the background. If
 * they cannot be written, because the disk is full or the reader of the pipe is slow, at most 1 MB of them waits. The
 * others are dropped, and once there is room, `droppedLine` says how many and why.
 */
export function createLogDestination(options: {
  /** By default standard output. */
  readonly fd?: number;
  readonly droppedLine: (count: number, reason: string) => string;
}): LogDestination {
  let { fd } = options;
  let waiting = '';
  let dropped = 0;
  let reason = 'EAGAIN';
  /** What is being written, and is written again after a failure. */
  let chunk: Buffer | undefined;
  let isWriting = false;
  let timer: NodeJS.Timeout | undefined;
  let isRegistered = false;
  let onDrained: (() => void) | undefined;

  function later(): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      flush();
    }, pauseMilliseconds).unref();
  }

  /** Takes the waiting lines. The count of the dropped ones follows them, because they came later. */
  function nextChunk(): Buffer | undefined {
    if (waiting === '') return undefined;
    const taken = Buffer.from(waiting);
    waiting = dropped === 0 ? '' : options.droppedLine(dropped, reason);
    dropped = 0;
    return taken;
  }

  function flush(): void {
    if (isWriting) return;
    chunk ??= nextChunk();
    if (chunk === undefined) {
      onDrained?.();
      return;
    }
    fd ??= standardOutput();
    isWriting = true;
    write(fd, chunk, written);
  }

  function written(error: NodeJS.ErrnoException | null, bytes: number): void {
    isWriting = false;
    if (error !== null) {
      reason = error.code ?? error.message;
      later();
      return;
    }
    chunk = chunk !== undefined && bytes < chunk.length ? chunk.subarray(bytes) : undefined;
    if (chunk !== undefined || waiting.length >= enough || onDrained !== undefined) flush();
    else if (waiting !== '') later();
  }

  /** Tries once to write what is left, for a process that ends without `close`. */
  function writeAtExit(): void {
    try {
      if (isWriting) return;
      chunk ??= nextChunk();
      while (chunk !== undefined) {
        const bytes = writeSync(fd ?? standardOutput(), chunk);
        chunk = bytes < chunk.length ? chunk.subarray(bytes) : nextChunk();
      }
    } catch {
      // The lines cannot be written, and there is nowhere to report that.
    }
  }

  return {
    write(line) {
      if (dropped > 0 || waiting.length + line.length > maximumWaiting) {
        dropped += 1;
        return;
      }
      waiting += line;
      if (!isRegistered) process.once('exit', writeAtExit);
      isRegistered = true;
      if (chunk === undefined && waiting.length >= enough) flush();
      else later();
    },

    async close() {
      const drained = Promise.withResolvers<void>();
      onDrained = drained.resolve;
      const giveUp = setTimeout(drained.resolve, closingMilliseconds);
      flush();
      await drained.promise;
      clearTimeout(giveUp);
      clearTimeout(timer);
      timer = undefined;
      onDrained = undefined;
      process.off('exit', writeAtExit);
      isRegistered = false;
    },
  };
}

/** Opens the stream first, which makes a pipe non-blocking. A blocked write would keep the process from exiting. */
function standardOutput(): number {
  // In a worker the stream has no descriptor.
  return process.stdout.fd ?? 1;
}
