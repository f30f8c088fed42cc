import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { freePort } from '../free-port.ts';

/** Starts the mock of all three contracts as a process, as `mock` does, and waits until it listens. */
export async function startPrismMock(): Promise<{ url: string; close(): Promise<void> }> {
  const cli = fileURLToPath(import.meta.resolve('@stoplight/prism-cli/dist/index.js'));
  const document = fileURLToPath(new URL('../../generated/vendors.yaml', import.meta.url));
  const port = await freePort();
  const child = spawn(process.execPath, [cli, 'mock', document, '--errors', '-p', String(port)]);
  const exited = new Promise<void>((done) => child.once('exit', () => done()));
  await new Promise<void>((done, failed) => {
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += String(chunk);
      if (output.includes('Prism is listening')) done();
    });
    child.once('exit', () => failed(new Error(`Failed to start Prism: it ended with\n${output}`)));
  });
  const close = async () => {
    child.kill();
    await exited;
  };
  return { url: `http://127.0.0.1:${port}`, close };
}
