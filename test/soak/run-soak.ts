import { createRandom } from '../support/random.ts';
import { checkEnd } from './clients/check-end.ts';
import { createWorld } from './clients/create-world.ts';
import { reset } from './clients/reset-actions.ts';
import { makeLastChanges, runClient } from './clients/run-client.ts';
import type { Client } from './clients/world.ts';
import { createLongestWaits } from './results/longest-waits.ts';
import { memoryGrowth } from './results/memory-growth.ts';
import type { SoakResult } from './results/soak-result.ts';
import { createTally } from './results/tally.ts';
import { disturb } from './servers/disturb.ts';
import { createFaultTimes } from './servers/fault-times.ts';
import { planTimes } from './servers/plan-times.ts';
import { startProbe } from './servers/probe.ts';
import { type Replicas, startReplicas } from './servers/replicas.ts';
import { createResets } from './servers/resets.ts';
import { type DatabaseName, openSoakedDatabase } from './servers/soaked-database.ts';
import { waitUnless } from './servers/timeline.ts';

export interface SoakOptions {
  readonly database: DatabaseName;
  /** The path of a SQLite file, or the URL of a PostgreSQL database. Only this run uses it. */
  readonly data: string;
  readonly seconds: number;
  readonly seed: number;
  readonly clients: number;
  /** How long a request without an answer can still take effect. */
  readonly settleMilliseconds: number;
  /** Called when the servers run and the time begins. */
  readonly onStart?: () => void;
  /** Ends the run early. The promise then rejects. */
  readonly signal: AbortSignal;
}

const sampleMilliseconds = 1_000;
const keptErrors = 10;
const errorLine = /"level":(?:50|60)\b/;

/**
 * Runs servers on a database while they get requests, are killed, lose their database and are reset, and compares what
 * they show with what they acknowledged. Two processes share PostgreSQL; one has the file. At the end all are killed, and
 * everything is read again. Rejects if a server does not start, or ends by itself.
 */
export async function runSoak(options: SoakOptions): Promise<SoakResult> {
  const { seconds, seed, settleMilliseconds } = options;
  const faults = createFaultTimes();
  const tally = createTally();
  const resets = createResets(faults);
  const random = createRandom(seed);
  const waits = createLongestWaits();
  const loggedErrors: string[] = [];
  const over = new AbortController();
  const signal = AbortSignal.any([options.signal, over.signal]);
  await using cleanup = new AsyncDisposableStack();

  const database = await openSoakedDatabase(options.database, options.data);
  cleanup.defer(database.close);
  const probe = startProbe(({ origin, path, from, milliseconds, status }) => {
    const to = from + milliseconds;
    const cause = faults.causeOf({ origin, isWrite: false, status, from, to });
    tally.record({ what: `GET ${path} of the probe`, status, cause });
    if (status !== null) waits.add(path, faults.during(from, to), milliseconds);
  });
  cleanup.defer(probe.stop);
  const onLine = (line: string) => {
    if (loggedErrors.length === keptErrors || !errorLine.test(line)) return;
    if (faults.during(Date.now(), Date.now()) === null) loggedErrors.push(line);
  };
  const { data, servers } = database;
  const replicas = await startReplicas({ data, count: servers, faults, onLine, onChange: probe.follow });
  cleanup.defer(replicas.stop);
  const world = await createWorld({ replicas, faults, resets, tally, settleMilliseconds });
  const clients = Array.from({ length: options.clients }, (_, index): Client => {
    const name = `client ${index + 1} of ${seed}`;
    const own = createRandom(seed + index + 1);
    return { world, name, random: own, workspaces: new Map(), created: 0, seenEpoch: 0 };
  });
  const planned = database.plan(planTimes({ seconds, random }));
  const sendReset = async () => (await reset(world, random)) || options.signal.aborted;
  const start = performance.now();
  options.onStart?.();
  await endTogether(over, [
    waitUnless(signal, seconds * 1000).then(() => over.abort()),
    disturb({ planned, random, database, replicas, faults, resets, reset: sendReset, signal }),
    sampleMemory(replicas, signal),
    ...clients.map((client) => runClient(client, signal)),
  ]);
  options.signal.throwIfAborted();
  for (const client of clients) await makeLastChanges(client);
  for (let index = 0; index < servers; index += 1) await replicas.restart(index);
  await checkEnd(clients);
  await probe.stop();

  const { counts } = tally;
  const disturbances = {
    killed: faults.count('killed'),
    cut: faults.count('cut'),
    outage: faults.count('outage'),
    reset: faults.count('reset'),
  };
  const memory = replicas.lives
    .map((life) => memoryGrowth(life))
    .filter((growth) => growth !== null)
    .filter((growth) => growth.seconds > seconds / 3);
  const total = (performance.now() - start) / 1000;
  return {
    database: options.database,
    seconds: total,
    seed,
    counts,
    disturbances,
    memory,
    waits: waits.rows(),
    loggedErrors,
  };
}

async function sampleMemory({ sampleMemory }: Replicas, signal: AbortSignal): Promise<void> {
  while (await waitUnless(signal, sampleMilliseconds)) sampleMemory();
}

/** Resolves when all parts have ended. If one rejects, ends the others first. */
async function endTogether(over: AbortController, parts: readonly Promise<unknown>[]): Promise<void> {
  for (const part of parts) part.catch(() => over.abort());
  const failed = (await Promise.allSettled(parts)).find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}
