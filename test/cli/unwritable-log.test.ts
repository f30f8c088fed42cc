import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, constants, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { freePort } from '../support/free-port.ts';
import { root } from '../support/run-cli.ts';

const started: ReturnType<typeof spawn>[] = [];
afterEach(async () => {
  for (const child of started.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGKILL');
    await once(child, 'close');
  }
});

/** Starts `serve` with standard output as given, and resolves when it answers. */
async function serveTo(stdout: number | 'pipe') {
  const port = await freePort();
  const child = spawn(process.execPath, [join(root, 'cli/main.js'), 'serve', '--port', String(port)], {
    stdio: ['ignore', stdout, 'pipe'],
  });
  started.push(child);
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const url = `http://127.0.0.1:${port}`;
  while (
    !(await fetch(`${url}/healthz`).then(
      (answer) => answer.ok,
      () => false,
    ))
  ) {
    if (child.exitCode !== null) throw new Error(`serve ended: ${stderr}`);
  }
  return { child, url, stderr: () => stderr };
}

async function askOften(url: string, count: number): Promise<void> {
  const path = `/${'x'.repeat(180)}`;
  for (let asked = 0; asked < count; asked += 50) {
    const answers = await Promise.all(Array.from({ length: 50 }, () => fetch(url + path)));
    for (const answer of answers) {
      expect(answer.status).toBe(404);
      await answer.text();
    }
  }
}

const memoryOf = (pid: number | undefined) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

async function stop({ child }: { child: ReturnType<typeof spawn> }): Promise<unknown> {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const [code] = await ended;
  return code;
}

test.runIf(process.platform === 'linux')(
  'requests are answered and SIGTERM ends the server if the disk of the log is full',
  async () => {
    const running = await serveTo(openSync('/dev/full', 'w'));
    await askOften(running.url, 1000);
    expect(await stop(running)).toBe(0);
    expect(running.stderr()).toMatch(/^connections-contract: Cannot write the output: ENOSPC.+\n$/);
  },
);

test.runIf(process.platform === 'linux')(
  'a log without a reader takes bounded memory, and later shows how many lines were dropped',
  async () => {
    const running = await serveTo('pipe');
    await askOften(running.url, 8000);
    const { stdout } = running.child;
    let text = '';
    stdout?.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
    while (!text.includes('dropped')) await once(stdout as never, 'data');
    await askOften(running.url, 50);
    expect(await stop(running)).toBe(0);
    const lines = text.split('\n').filter((line) => line.startsWith('{'));
    const parsed = lines.map((line) => JSON.parse(line) as { dropped?: number; path?: string });
    const dropped = parsed.reduce((sum, line) => sum + (line.dropped ?? 0), 0);
    expect(dropped).toBeGreaterThan(1000);
    const answered = parsed.filter(({ path = '' }) => path.startsWith('/xxx')).length;
    expect(answered + dropped).toBeGreaterThanOrEqual(8050);
  },
);

test.runIf(process.platform === 'linux')('SIGTERM ends a server whose log has no reader', async () => {
  const running = await serveTo('pipe');
  await askOften(running.url, 3000);
  expect(memoryOf(running.child.pid)).toBeLessThan(400);
  expect(await stop(running)).toBe(0);
});

test.runIf(process.platform === 'linux')(
  'SIGTERM ends a server that could not print its banner',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'connections-pipe-'));
    const pipe = join(folder, 'pipe');
    spawnSync('mkfifo', [pipe]);
    const end = openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK);
    expect(() => {
      for (;;) writeSync(end, 'x'.repeat(4096));
    }).toThrow(/EAGAIN/);
    const running = await serveTo(end);
    await askOften(running.url, 100);
    expect(await stop(running)).toBe(0);
    closeSync(end);
    rmSync(folder, { recursive: true });
  },
);

test.runIf(process.platform === 'linux').each([[['verify', '--list-checks']], [['docs', '--help']]])(
  '%j exits with 2 if its output cannot be written, and says so in one line',
  (args) => {
    const stdio = ['ignore', openSync('/dev/full', 'w'), 'pipe'] as const;
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'cli/main.js'), ...args], {
      stdio: [...stdio],
      encoding: 'utf8',
    });
    expect(stderr).toMatch(/^connections-contract: Cannot write the output: ENOSPC.+\n$/);
    expect(status).toBe(2);
  },
);
