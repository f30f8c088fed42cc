import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { root } from './run-cli.ts';

export interface ShellCommand {
  /** Resolves when the output matches. Rejects if the command ends first. */
  until(pattern: RegExp): Promise<RegExpExecArray>;
  /** Resolves to the exit code and the whole output when the command has ended. */
  readonly ended: Promise<{ readonly code: number | null; readonly output: string }>;
  /** Stops the command and its child processes. Resolves when they have exited. */
  stop(): Promise<void>;
}

/** Runs a copied command line in a shell, in its own process group. */
export function runInShell(
  line: string,
  options: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): ShellCommand {
  const { PORT, HOST, DATA, DURABILITY, LOG_LEVEL, SANDBOX_TOKEN, NODE_ENV, ...environment } = process.env;
  const child = spawn('sh', ['-c', line], {
    cwd: options.cwd ?? root,
    env: { ...environment, npm_config_update_notifier: 'false', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const ended = once(child, 'close').then(([code]: unknown[]) => ({ code: code as number | null, output }));

  async function until(pattern: RegExp): Promise<RegExpExecArray> {
    let over = false;
    ended.then(() => {
      over = true;
    });
    for (;;) {
      const match = pattern.exec(output);
      if (match !== null) return match;
      if (over) throw new Error(`${line} ended before it wrote ${pattern}: ${output}`);
      const waiting = new AbortController();
      const written = [child.stdout, child.stderr].map((stream) => once(stream, 'data', waiting));
      await Promise.race([...written, ended]);
      waiting.abort();
    }
  }

  async function stop(): Promise<void> {
    try {
      // Background processes may still run after the shell has exited.
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
    }
    await ended;
  }
  return { until, ended, stop };
}
