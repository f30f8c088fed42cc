import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { stopSignal } from '../../cli/kit/stop-signal.ts';
import { fullEffort, quickEffort } from './measure/effort.ts';
import { responseBody, root } from './measure/server-command.ts';
import { measureInProcessRow } from './rows/in-process-row.ts';
import { measureLoadRows } from './rows/load-rows.ts';
import { type Comparison, type RowName, rowTargets } from './rows/row-targets.ts';
import { measureStartRows } from './rows/start-rows.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'string' },
    rows: { type: 'string' },
    package: { type: 'string' },
  },
});
const rows = rowsOf(values.rows);
const effort = values.quick ? quickEffort : fullEffort;
const packageFolder = values.package === undefined ? root : resolve(values.package);
const interruption = new AbortController();
void stopSignal().then(() => interruption.abort(new Error('The benchmark was interrupted.')));
const begin = performance.now();
const folder = mkdtempSync(join(tmpdir(), 'connections-bench-'));
// Runs at every end of the process. After a signal, PostgreSQL stops before the process ends.
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

if (values.package === undefined && (rows.has('first-answer-package') || rows.has('in-process')))
  await promisify(execFile)(process.execPath, [join(root, 'build/build-package.ts')]);
const body = await responseBody();
const options = { rows, effort, body, folder, packageFolder, signal: interruption.signal };
const comparisons = [
  ...(await measureStartRows(options)),
  ...(await measureInProcessRow(options)),
  ...(await measureLoadRows(options)),
];
report(
  [...rows].flatMap((name) => comparisons.filter((comparison) => comparison.name === name)),
  body,
);

function rowsOf(list: string | undefined): ReadonlySet<RowName> {
  const known = Object.keys(rowTargets).filter(isRowName);
  if (list === undefined) return new Set(known);
  const chosen = list.split(',');
  const unknown = chosen.filter((name) => !isRowName(name));
  if (unknown.length > 0)
    throw new Error(`Unknown rows: ${unknown.join(', ')}. The rows are ${known.join(', ')}.`);
  return new Set(known.filter((name) => chosen.includes(name)));
}

function isRowName(name: string): name is RowName {
  return Object.hasOwn(rowTargets, name);
}

function report(comparisons: readonly Comparison[], body: string): void {
  const results = comparisons.map(({ name, reference, ours, unit }) => {
    const ratio = Number((reference / ours).toFixed(3));
    const target = rowTargets[name];
    const measured = `${reference.toFixed(1)} / ${ours.toFixed(1)} ${unit}`;
    return { name, ratio, target, met: ratio >= target, measured };
  });
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}`;
  const seconds = Math.round((performance.now() - begin) / 1000);
  console.log(
    `\n${machine}; responses of ${Buffer.byteLength(body)} bytes, 50 connections; ${seconds} s in total`,
  );
  console.table(Object.fromEntries(results.map(({ name, ...cells }) => [name, cells])));
  if (values.json === undefined) return;
  const published = results.map(({ measured, ...result }) => result);
  writeFileSync(values.json, `${JSON.stringify(published, null, 2)}\n`);
}
