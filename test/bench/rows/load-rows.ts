import { measureLoad } from '../measure/measure-load.ts';
import { startLoadServers } from './load-servers.ts';
import { fewUsers, type LoadName, planLoads } from './loads.ts';
import type { MeasureOptions } from './measure-options.ts';
import type { Comparison, RowName } from './row-targets.ts';

interface LoadRow {
  readonly name: RowName;
  readonly reference: LoadName;
  readonly ours: LoadName;
  readonly unit: 'µs' | 'MB';
}

const loadRows: readonly LoadRow[] = [
  { name: 'memory', reference: 'bare', ours: 'memory', unit: 'µs' },
  { name: 'sqlite-file', reference: 'bare', ours: 'sqlite-file', unit: 'µs' },
  { name: 'postgresql', reference: 'bare', ours: 'postgresql', unit: 'µs' },
  { name: 'many-users', reference: 'bare', ours: 'many-users', unit: 'µs' },
  { name: 'many-growth', reference: 'few-users-new-urls', ours: 'many-users-new-urls', unit: 'µs' },
  { name: 'mixed', reference: 'bare', ours: 'mixed', unit: 'µs' },
  { name: 'mock', reference: 'prism', ours: 'memory', unit: 'µs' },
  { name: 'memory-after-load', reference: 'bare', ours: 'memory', unit: 'MB' },
];

/** The lowest CPU time per request of all rounds, and the resident memory after the last round. */
type Measured = Record<LoadRow['unit'], number>;

/** Measures the rows that compare CPU time per request or memory under load. */
export async function measureLoadRows(options: MeasureOptions): Promise<Comparison[]> {
  const rows = loadRows.filter(({ name }) => options.rows.has(name));
  const loads = new Set(rows.flatMap(({ reference, ours }) => [reference, ours]));
  if (loads.size === 0) return [];
  const measured = await measureInTurns(loads, options);
  return rows.map(({ name, reference, ours, unit }) => ({
    name,
    reference: measured(reference)[unit],
    ours: measured(ours)[unit],
    unit,
  }));
}

/** All servers run at the same time and take turns, so that other load on the machine affects all of them equally. */
async function measureInTurns(
  names: ReadonlySet<LoadName>,
  { effort, body, folder, signal }: MeasureOptions,
): Promise<(name: LoadName) => Measured> {
  const loads = planLoads(effort.users);
  const servers = await startLoadServers(new Set([...names].map((name) => loads[name].server)), {
    folder,
    body,
    sizes: { 'few-users': fewUsers, 'many-users': effort.users },
  });
  const measured = new Map<LoadName, Measured>();
  const measuredFor = (name: LoadName) => measured.get(name) ?? { µs: Number.POSITIVE_INFINITY, MB: 0 };
  try {
    for (let round = 0; round <= effort.rounds; round += 1) {
      if (round > 1 && performance.now() > effort.lastRoundSeconds * 1000) break;
      for (const name of names) {
        signal.throwIfAborted();
        const server = servers.named(loads[name].server);
        const isWarmUp = round === 0;
        const cost = await measureLoad(
          server,
          loads[name].load,
          isWarmUp ? effort.warmUpSeconds : effort.seconds,
        );
        if (isWarmUp) continue;
        const µs = Math.min(cost, measuredFor(name).µs);
        measured.set(name, { µs, MB: server.residentMegabytes() });
      }
    }
  } finally {
    await servers.stop();
  }
  return measuredFor;
}
