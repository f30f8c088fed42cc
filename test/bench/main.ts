import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startPostgres } from '../support/start-postgres.ts';
import { type Load, measure, median, type Sample } from './measure.ts';
import { seededUser, seedFile } from './seeded-file.ts';
import { startTarget, type Target, type TargetOptions } from './target.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '5' },
    users: { type: 'string', default: '1000000' },
  },
});
const seconds = Number(values.seconds);
const rounds = Number(values.rounds);
const manyUsers = Number(values.users);

const root = join(import.meta.dirname, '../..');
const cli = join(root, 'cli/main.ts');
const headers = { 'X-API-Key': 'ow_sandbox_key' };
const path = '/api/v1/users/550e8400-e29b-41d4-a716-446655440000/connections';
const prismArgs = ['mock', join(root, 'generated/vendors.yaml'), '--errors', '--host', '127.0.0.1'];
const folder = mkdtempSync(join(tmpdir(), 'connections-bench-'));
const running: { stop(): Promise<void> }[] = [];

try {
  const postgres = await startPostgres();
  running.push(postgres);
  await compareServers(postgres.url);
  await compareSizes();
} finally {
  for (const process of running.reverse()) await process.stop();
  rmSync(folder, { recursive: true });
}

/** All servers stand side by side and are asked in turns, so that what else the machine does meets them alike. */
async function compareServers(postgresUrl: string): Promise<void> {
  const serve = (name: string, port: number, ...args: string[]) =>
    start({ name, port, args: [cli, 'serve', ...args] });
  const memory = await serve('server, SQLite in memory', 4110);
  const file = await serve('server, SQLite file', 4111, '--data', join(folder, 'bench.sqlite'));
  const database = await serve('server, PostgreSQL', 4112, '--data', postgresUrl);
  const body = await (await fetch(memory.origin + path, { headers })).text();
  const bare = await start({
    name: 'bare Express',
    port: 4113,
    args: [join(import.meta.dirname, 'bare-express.ts')],
    env: { BODY: body },
  });
  const prism = await start({
    name: 'Prism mock',
    port: 4114,
    args: [join(root, 'node_modules/@stoplight/prism-cli/dist/index.js'), ...prismArgs, '--port', '4114'],
  });
  const targets = [bare, memory, file, database, prism];

  const samples = await inTurns(targets, () => ({ seconds, headers, path: () => path }));
  console.log(
    `\n${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}; ${Buffer.byteLength(body)} bytes, 50 connections,`,
  );
  console.log(`median of ${rounds} rounds of ${seconds} s, in turns\n`);
  const reference = median(samples.get(bare) ?? []).requestsPerSecond;
  const prismReference = median(samples.get(prism) ?? []).requestsPerSecond;
  console.table(
    Object.fromEntries(
      targets.map((target) => {
        const { requestsPerSecond, cpuMicrosecondsPerRequest, p99Milliseconds } = median(
          samples.get(target) ?? [],
        );
        const row = {
          'requests/s': Math.round(requestsPerSecond),
          'bare = 1': round(requestsPerSecond / reference),
          'Prism = 1': round(requestsPerSecond / prismReference),
          'CPU µs/request': Math.round(cpuMicrosecondsPerRequest),
          'p99 ms': p99Milliseconds,
          'first 200 ms': Math.round(target.firstAnswerMilliseconds),
          'MB after load': Math.round(target.residentMegabytes()),
        };
        return [target.name, row];
      }),
    ),
  );
  for (const target of targets) await target.stop();
}

/** The same requests, each for another user, on a small file and on a large one. */
async function compareSizes(): Promise<void> {
  const sizes = [1000, manyUsers];
  const targets: Target[] = [];
  for (const [index, users] of sizes.entries()) {
    const file = join(folder, `${users}.sqlite`);
    await seedFile(file, users);
    targets.push(
      await start({
        name: `${users.toLocaleString('en')} users`,
        port: 4115 + index,
        args: [cli, 'serve', '--data', file],
      }),
    );
  }
  const anyUser = (users: number) =>
    `/api/v1/users/${seededUser(Math.floor(Math.random() * users))}/connections`;
  const samples = await inTurns(targets, (index) => ({
    seconds,
    headers,
    path: () => anyUser(sizes[index] ?? 1),
  }));
  const cost = (target: Target | undefined) =>
    target === undefined ? Number.NaN : median(samples.get(target) ?? []).cpuMicrosecondsPerRequest;
  console.table(
    Object.fromEntries(
      targets.map((target) => [target.name, { 'CPU µs/request': Math.round(cost(target)) }]),
    ),
  );
  console.log(`large to small: ${round(cost(targets[1]) / cost(targets[0]))}`);
  for (const target of targets) await target.stop();
}

async function inTurns(
  targets: readonly Target[],
  load: (index: number) => Load,
): Promise<Map<Target, Sample[]>> {
  const samples = new Map<Target, Sample[]>(targets.map((target) => [target, []]));
  for (const [index, target] of targets.entries()) await measure(target, { ...load(index), seconds: 1 });
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, target] of targets.entries())
      samples.get(target)?.push(await measure(target, load(index)));
  }
  return samples;
}

async function start(options: Omit<TargetOptions, 'path' | 'headers'>): Promise<Target> {
  const target = await startTarget({ ...options, path, headers });
  running.push(target);
  return target;
}

function round(ratio: number): number {
  return Math.round(ratio * 100) / 100;
}
