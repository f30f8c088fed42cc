import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cli = fileURLToPath(import.meta.resolve('@redocly/cli/bin/cli.js'));

/** Runs Redocly as a process in the root of the project. Resolves for any exit code. */
export function runRedocly(...args: readonly string[]): Promise<{ exitCode: number; stdout: string }> {
  return new Promise((done) => {
    const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
    const child = execFile(process.execPath, [cli, ...args], { cwd: root, env }, (_, stdout) =>
      done({ exitCode: child.exitCode ?? 1, stdout }),
    );
  });
}
