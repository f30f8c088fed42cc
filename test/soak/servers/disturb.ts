import type { Random } from '../../support/random.ts';
import type { FaultTimes } from './fault-times.ts';
import type { PlannedTimes } from './plan-times.ts';
import type { Replicas } from './replicas.ts';
import type { Resets } from './resets.ts';
import type { SoakedDatabase } from './soaked-database.ts';
import { actAt, waitUnless } from './timeline.ts';

export interface DisturbOptions {
  readonly planned: PlannedTimes;
  readonly random: Random;
  readonly database: SoakedDatabase;
  readonly replicas: Replicas;
  readonly faults: FaultTimes;
  readonly resets: Resets;
  /** Sends one reset. Resolves to false if it must be repeated. */
  readonly reset: () => Promise<boolean>;
  readonly signal: AbortSignal;
}

const outageMilliseconds = 1_000;

/**
 * Does at its time what was planned, until the signal. Resets overlap the rest, which is done one at a time: a server
 * refuses to start without its database.
 */
export async function disturb(options: DisturbOptions): Promise<void> {
  const { planned, random, database, replicas, faults, resets, reset, signal } = options;
  const start = performance.now();
  const at = (times: readonly number[], act: () => Promise<void>) => actAt({ times, start, signal, act });
  const during = async (kind: 'cut' | 'outage', work: () => Promise<unknown>) => {
    const end = faults.begin(kind);
    await work();
    end();
  };
  let before: Promise<void> = Promise.resolve();
  const alone = (act: () => Promise<void>) => () => {
    before = before.then(act);
    return before;
  };
  await Promise.all([
    at(
      planned.kills,
      alone(() => replicas.restart(Math.floor(random.next() * replicas.count))),
    ),
    at(planned.resets, () => resets.run(reset)),
    at(
      planned.cuts,
      alone(() => during('cut', database.cut)),
    ),
    at(
      planned.outages,
      alone(() => during('outage', () => database.outage(() => waitUnless(signal, outageMilliseconds)))),
    ),
  ]);
}
