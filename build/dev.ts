import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { stopSignal } from '../cli/kit/stop-signal.ts';

const root = join(import.meta.dirname, '..');

/** What the server reads, code or not. */
const serverFolders = ['spec', 'contract', 'generated', 'server', 'verify/config', 'cli'];

/** Runs a program with Node, and again after each change in one of these folders. */
function watch(folders: readonly string[], program: string, ...args: readonly string[]): ChildProcess {
  const paths = folders.map((folder) => `--watch-path=${join(root, folder)}`);
  return spawn(process.execPath, [...paths, '--watch-preserve-output', join(root, program), ...args], {
    stdio: 'inherit',
  });
}

// Both restart on their own: a contract that cannot be read yet does not stop the server that runs.
const watchers = [
  watch(['spec'], 'build/generate.ts'),
  watch(serverFolders, 'cli/main.js', 'serve', ...process.argv.slice(2)),
];
await stopSignal();
await Promise.all(
  watchers.map((watcher) => {
    watcher.kill();
    return watcher.exitCode === null && watcher.signalCode === null ? once(watcher, 'exit') : null;
  }),
);
