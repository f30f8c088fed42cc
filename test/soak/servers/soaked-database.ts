import { startRelay } from '../../support/start-relay.ts';
import { connectCutter } from './cut-connections.ts';
import type { PlannedTimes } from './plan-times.ts';

export type DatabaseName = 'file' | 'postgresql';

/** A database of a run, and how to break the connections to it. */
export interface SoakedDatabase {
  /** The location that the servers use. */
  readonly data: string;
  /** The number of servers that share it. */
  readonly servers: number;
  /** Omits from a plan what this database cannot do. */
  plan(times: PlannedTimes): PlannedTimes;
  /** Ends all connections. New ones are accepted. */
  cut(): Promise<void>;
  /** Ends all connections, and refuses new ones while `work` runs. */
  outage(work: () => Promise<unknown>): Promise<void>;
  /** Closes what was opened here. The database remains. */
  close(): Promise<void>;
}

/** Opens a database: a file, or PostgreSQL through a relay. `data` is the path or the URL. */
export function openSoakedDatabase(name: DatabaseName, data: string): Promise<SoakedDatabase> {
  return name === 'file' ? Promise.resolve(openFile(data)) : openPostgres(data);
}

/** A file has no connections that can be cut. */
function openFile(data: string): SoakedDatabase {
  return {
    data,
    servers: 1,
    plan: (times) => ({ ...times, cuts: [], outages: [] }),
    cut: () => Promise.reject(new Error('A file has no connections to cut.')),
    outage: () => Promise.reject(new Error('A file has no connections to cut.')),
    close: async () => undefined,
  };
}

async function openPostgres(data: string): Promise<SoakedDatabase> {
  const cutter = await connectCutter(data);
  const relay = await startRelay(data);
  return {
    data: relay.data,
    servers: 2,
    plan: (times) => times,
    cut: cutter.cut,
    async outage(work) {
      await relay.cut();
      await work();
      await relay.restore();
    },
    async close() {
      await cutter.close();
      await relay.cut();
    },
  };
}
