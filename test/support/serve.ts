import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLog, type Log } from '../../server/api/log.ts';

/** Serves a handler on a free port of the loopback address. */
export async function serve(handler: RequestListener): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer(handler);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const close = () => new Promise<void>((done) => server.close(() => done()));
  return { url: `http://127.0.0.1:${port}`, close };
}

/** Creates a log that captures its lines, at every level. */
export function captureLog(): {
  log: Log;
  lines(): Record<string, unknown>[];
  text(): string;
  clear(): void;
} {
  let text = '';
  const destination = {
    write(line: string) {
      text += line;
    },
  };
  const lines = () => text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
  const clear = () => {
    text = '';
  };
  return { log: createLog({ level: 'debug', destination }), lines, text: () => text, clear };
}
