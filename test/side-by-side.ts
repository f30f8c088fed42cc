/**
 * Runs scripts of package.json at the same time: `node test/side-by-side.ts vitest typecheck lint`.
 * The first script writes directly to the terminal. Each other script is one line, with its output if it fails.
 * Waits for all scripts. Exits with 1 if one of them fails.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';

// Ctrl+C also interrupts the scripts. They clean up and exit, and this process waits for them.
process.on('SIGINT', () => undefined);

const [first, ...others] = process.argv.slice(2);
const passed = await Promise.all([runLive(first ?? ''), ...others.map(runQuietly)]);
process.exitCode = passed.every(Boolean) ? 0 : 1;

async function runLive(script: string): Promise<boolean> {
  const [code] = await once(spawn(process.execPath, ['--run', script], { stdio: 'inherit' }), 'close');
  if (code !== 0) process.stderr.write(`✗ ${script} failed\n`);
  return code === 0;
}

async function runQuietly(script: string): Promise<boolean> {
  const start = performance.now();
  const child = spawn(process.execPath, ['--run', script], { stdio: ['ignore', 'pipe', 'pipe'] });
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => output.push(chunk));
  const [code] = await once(child, 'close');
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (code === 0) process.stdout.write(`✓ ${script} (${seconds} s)\n`);
  else process.stderr.write(`${Buffer.concat(output).toString()}\n✗ ${script} failed\n`);
  return code === 0;
}
