import { ourServer } from '../../bench/measure/server-command.ts';
import { type ServerProcess, startServerProcess } from '../../bench/measure/server-process.ts';
import type { Random } from '../../support/random.ts';
import type { FaultTimes } from './fault-times.ts';

/** The memory of one server process over its life. */
export interface ProcessLife {
  readonly name: string;
  readonly samples: MemorySample[];
}

export interface MemorySample {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Resident memory. */
  readonly megabytes: number;
}

/** Server processes on one database. */
export interface Replicas {
  readonly count: number;
  /** Returns the origin of one that runs. Waits if none runs. Rejects if the next one does not start. */
  pick(random: Random): Promise<string>;
  /** The origins of those that run. */
  origins(): readonly string[];
  /** Kills one with SIGKILL, if it runs, and starts it again on another port. */
  restart(index: number): Promise<void>;
  /** Takes one sample of the memory of each. */
  sampleMemory(): void;
  readonly lives: readonly ProcessLife[];
  stop(): Promise<void>;
}

export interface ReplicaOptions {
  /** The path of a SQLite file, or a URL of PostgreSQL. */
  readonly data: string;
  readonly count: number;
  readonly faults: FaultTimes;
  readonly onLine: (line: string) => void;
  /** Called after each start with the origins of all that run. */
  readonly onChange: (origins: readonly string[]) => void;
}

/** Starts servers as `connections-contract serve` does, each in its own process. */
export async function startReplicas(options: ReplicaOptions): Promise<Replicas> {
  const { data, count, faults, onLine, onChange } = options;
  const running = new Map<number, ServerProcess>();
  const lives: ProcessLife[] = [];
  const current = new Map<number, ProcessLife>();
  let started = 0;
  let next = nextStart();

  async function start(index: number): Promise<void> {
    started += 1;
    const life = { name: `server ${index + 1}, process ${started}`, samples: [] };
    running.set(index, await startServerProcess(ourServer(life.name, data), onLine));
    lives.push(life);
    current.set(index, life);
    onChange(origins());
    next.resolve();
    next = nextStart();
  }
  const origins = () => [...running.values()].map(({ origin }) => origin);
  async function stop(): Promise<void> {
    await Promise.all([...running.values()].map((server) => server.stop()));
  }

  try {
    for (let index = 0; index < count; index += 1) await start(index);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    count,
    async pick(random) {
      while (running.size === 0) await next.promise;
      return random.pick(origins());
    },
    origins,
    async restart(index) {
      const server = running.get(index);
      if (server === undefined) throw new Error(`Cannot kill server ${index + 1}: it does not run.`);
      running.delete(index);
      onChange(origins());
      const end = faults.begin('killed', server.origin);
      await server.kill();
      try {
        await start(index);
      } catch (error) {
        next.reject(error);
        throw error;
      }
      end();
    },
    sampleMemory() {
      for (const [index, server] of running) {
        const life = current.get(index);
        life?.samples.push({ at: Date.now(), megabytes: residentMegabytes(server) });
      }
    },
    lives,
    stop,
  };
}

function nextStart(): PromiseWithResolvers<void> {
  const next = Promise.withResolvers<void>();
  // Only those who wait need to know.
  next.promise.catch(() => undefined);
  return next;
}

function residentMegabytes(server: ServerProcess): number {
  try {
    return server.residentMegabytes();
  } catch (error) {
    throw new Error(`${server.name} ended, but was not killed. See its output above.`, { cause: error });
  }
}
