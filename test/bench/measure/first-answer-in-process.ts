import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { headers, listPath } from './list-request.ts';

// Runs in its own process. Starts the package in the given folder, or bare Express, in this process, and prints the
// milliseconds to the first response. Neither is loaded before the clock starts.
const [packageFolder] = process.argv.slice(2);
const start = performance.now();
const origin = await (packageFolder === undefined ? startBareExpress() : startPackage(packageFolder));
const status = await statusOf(origin + listPath());
const milliseconds = performance.now() - start;
if (status !== 200) throw new Error(`The first response is a ${status}, not a 200.`);
process.stdout.write(String(milliseconds), () => process.exit());

async function startBareExpress(): Promise<string> {
  const { default: express } = await import('express');
  const body: unknown = JSON.parse(process.env.BODY ?? '[]');
  const app = express();
  app.get(listPath(':user_id'), (_request, response) => {
    response.json(body);
  });
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}

async function startPackage(folder: string): Promise<string> {
  const load = createRequire(join(folder, 'package.json'));
  const { startServer }: typeof import('../../../server/start-server.ts') = load(
    './dist/server/start-server.js',
  );
  const { url } = await startServer();
  return url;
}

/** Both have loaded `node:http` already. `fetch` would load a client that neither of them needs. */
async function statusOf(url: string): Promise<number | undefined> {
  const { get } = await import('node:http');
  return new Promise((resolve, reject) => {
    const request = get(url, { headers }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode));
    });
    request.once('error', reject);
  });
}
