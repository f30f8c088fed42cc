import { createServer } from 'node:net';
import type { Command } from 'commander';
import { ExplainedError } from '../../contract/explained-error.ts';

interface Address {
  readonly port: number;
  readonly host: string;
}

/**
 * Rejects with an `ExplainedError` if a command with `addressSettings` cannot listen on its address. If the address comes
 * from an environment variable, the error names the variable: HOST is often set for another program.
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
      `Cannot listen on ${host}:${port}: permission denied. Choose a port of 1024 or higher with --port or PORT.`,
    );
  }
  throw new ExplainedError(
    isFromVariable('host')
      ? `Cannot listen on ${host}, the value of HOST in the environment: this machine does not have this address (${code}). Unset HOST, or choose another address with --host.`
      : `Cannot listen on ${host}: this machine does not have this address (${code}). Choose another with --host or HOST.`,
  );
}

/** Resolves to the code of the error when listening on the address; null if it succeeds. */
function listenCode({ port, host }: Address): Promise<string | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    probe.listen(port, host, () => probe.close(() => resolve(null)));
  });
}
