import { createServer, type Server } from 'node:net';
import { StartError } from './start-error.ts';

/** Resolves when the server listens. If it cannot, rejects with a `StartError` that says why and what to do. */
export async function listen(server: Server, port: number, host: string): Promise<void> {
  try {
    await listening(server, port, host);
  } catch (error) {
    throw listenError(error, host, port);
  }
}

/** Rejects with a `StartError` if this machine does not have the address. Connections are closed at once. */
export async function refuseUnknownAddress(host: string): Promise<void> {
  const probe = createServer((socket) => socket.destroy());
  await listen(probe, 0, host);
  await new Promise((resolve) => probe.close(resolve));
}

function listening(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function listenError(error: unknown, host: string, port: number): Error {
  const { code = '' } = error as NodeJS.ErrnoException;
  const where = `Cannot listen on ${host}:${port}`;
  if (code === 'EADDRINUSE')
    return new StartError(`${where}: the port is in use. Choose another with --port or PORT.`);
  if (code === 'EACCES')
    return new StartError(`${where}: permission denied. Choose a port of 1024 or higher with --port.`);
  if (/^(?:EADDRNOTAVAIL|ENOTFOUND|EINVAL|EAI_\w+)$/.test(code)) {
    return new StartError(
      `Cannot listen on ${host}: this machine does not have this address. Choose another with --host or HOST.`,
    );
  }
  return error instanceof Error ? error : new Error(String(error));
}
