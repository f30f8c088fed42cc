import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.ts';

/** Starts Prism as a process in the root of the project, and waits until it listens. Rejects if it exits first. */
export async function startPrism(
  ...args: readonly string[]
): Promise<{ url: string; close(): Promise<void> }> {
  const cli = fileURLToPath(import.meta.resolve('@stoplight/prism-cli/dist/index.js'));
  const cwd = fileURLToPath(new URL('../..', import.meta.url));
  const port = await freePort();
  const child = spawn(process.execPath, [cli, ...args, '--port', String(port)], { cwd });
  const exited = new Promise<void>((done) => child.once('exit', () => done()));
  await new Promise<void>((done, failed) => {
    let output = '';
    const listen = (chunk: Buffer) => {
      output += String(chunk);
      if (!output.includes('Prism is listening')) return;
      // Prism logs every request. The pipe must be drained, or Prism would block.
      child.stdout.off('data', listen).resume();
      done();
    };
    child.stdout.on('data', listen);
    child.once('exit', () => failed(new Error(`Failed to start Prism: it exited. It wrote:\n${output}`)));
  });
  const close = async () => {
    child.kill();
    await exited;
  };
  return { url: `http://127.0.0.1:${port}`, close };
}
