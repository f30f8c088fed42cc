import { createServer } from 'node:net';
import type { Command } from 'commander';
import { ExplainedError } from '../../contract/explained-error.ts';

interface Address {
  readonly port: number;
  readonly host: string;
}

/**
 * Rejects with an `ExplainedError` if the command cannot listen at its address. If a variable gave the address, the
 * error names it: a variable such as HOST is often set for another program.
 */
export async function refuseUnusableAddress(command: Command, { port, host }: Address): Promise<void> {
  const code = await listenCode({ port, host });
  if (code === null) return;
  const isFromVariable = (name: keyof Address) => command.getOptionValueSource(name) === 'env';
  if (code === 'EADDRINUSE') {
    throw new ExplainedError(
      `Cannot listen on ${host}:${port}: the port is in use. Choose another with ${isFromVariable('port') ? 'PORT or --port' : '--port or PORT'}.`,
    );
  }
  if (code === 'EACCES') {
    throw new ExplainedError(
      `Cannot listen on ${host}:${port}: it is not allowed. Choose a port from 1024 upwards with --port or PORT.`,
    );
  }
  throw new ExplainedError(
    isFromVariable('host')
      ? `Cannot listen on ${host}, the value of HOST in the environment: this machine has no such address (${code}). Unset HOST, or choose another address with --host.`
      : `Cannot listen on ${host}: this machine has no such address (${code}). Choose another with --host or HOST.`,
  );
}

/** The code of what keeps a server from listening there; null if nothing does. */
function listenCode({ port, host }: Address): Promise<string | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    probe.listen(port, host, () => probe.close(() => resolve(null)));
  });
}
