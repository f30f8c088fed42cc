import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** The root folder of the project. */
export const root = join(import.meta.dirname, '../..');

const cli = join(root, 'cli/main.js');

export interface ProcessResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningProcess {
  readonly child: ChildProcess;
  /** The standard output so far. */
  stdout(): string;
  /** Resolves when standard output matches. Rejects if the process ends first. */
  until(pattern: RegExp): Promise<RegExpExecArray>;
  /** Resolves when the process has ended. */
  ended: Promise<ProcessResult>;
}

export interface ProcessOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Arguments of Node.js itself. */
  readonly nodeArgs?: readonly string[];
}

/** Starts the command line as a process. */
export function startCli(args: readonly string[], options: ProcessOptions = {}): RunningProcess {
  return startProcess(process.execPath, [...(options.nodeArgs ?? []), cli, ...args], options);
}

/** Runs the command line until it ends. */
export function runCli(args: readonly string[], options: ProcessOptions = {}): Promise<ProcessResult> {
  return startCli(args, options).ended;
}

/** Starts any program, and captures its output. */
export function startProcess(
  program: string,
  args: readonly string[],
  options: ProcessOptions = {},
): RunningProcess {
  const child = spawn(program, args, {
    cwd: options.cwd ?? root,
    env: { ...withoutSettings(process.env), ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = once(child, 'close').then(
    ([code]: unknown[]): ProcessResult => ({ code: code as number | null, stdout, stderr }),
  );

  async function until(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const match = pattern.exec(stdout);
      if (match !== null) return match;
      const next = await Promise.race([once(child.stdout as NodeJS.ReadableStream as never, 'data'), ended]);
      if (!Array.isArray(next) && !pattern.test(stdout)) {
        throw new Error(
          `${program} ended with ${child.exitCode} before it wrote ${pattern}: ${stdout}${stderr}`,
        );
      }
    }
  }
  return { child, stdout: () => stdout, until, ended };
}

/** Removes the settings from the environment of the tests, so that they do not affect the program under test. */
function withoutSettings(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { PORT, HOST, DATA, DURABILITY, LOG_LEVEL, SANDBOX_TOKEN, TRUST_PROXY, NODE_ENV, NO_COLOR, ...rest } =
    environment;
  return Object.fromEntries(
    Object.entries(rest).filter(([name]) => !/^GITHUB_|_API_KEY$|_PROXY$/i.test(name)),
  );
}
