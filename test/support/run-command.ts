import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { root } from './run-cli.ts';

export interface ShellCommand {
  /** Resolves when the output matches; rejects where the command ends before. */
  until(pattern: RegExp): Promise<RegExpExecArray>;
  /** Resolves to the exit code and all that was written, when the command has ended. */
  readonly ended: Promise<{ readonly code: number | null; readonly output: string }>;
  /** Stops the command with all that it has started, and resolves when they are gone. */
  stop(): Promise<void>;
}

/** Runs a line in a shell, as a reader does who copies it, in a process group of its own. */
export function runInShell(
  line: string,
  options: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): ShellCommand {
  const { PORT, HOST, DATA, LOG_LEVEL, SANDBOX_TOKEN, NODE_ENV, ...environment } = process.env;
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
      await Promise.race([once(child.stdout, 'data'), once(child.stderr, 'data'), ended]);
    }
  }

  async function stop(): Promise<void> {
    try {
      // The shell may have ended, and what it has put into the background not.
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
    }
    await ended;
  }
  return { until, ended, stop };
}
