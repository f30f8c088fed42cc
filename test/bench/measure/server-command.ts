import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startServer } from '../../../server/start-server.ts';
import { headers, listPath } from './list-request.ts';

export const root = join(import.meta.dirname, '../../..');

/** How to start a server: the arguments of Node for a port. */
export interface ServerCommand {
  readonly name: string;
  readonly args: (port: string) => readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** This project's server with all features on, from the program `cli`. */
export function ourServer(name: string, data: string, cli = join(root, 'cli/main.js')): ServerCommand {
  const options = ['--host', '127.0.0.1', '--log-level', 'info', '--data', data];
  return { name, args: (port) => [cli, 'serve', ...options, '--port', port] };
}

/** Bare Express, which responds with `body`: in TypeScript like the source, or in JavaScript like the package. */
export function bareExpress(body: string, language: 'ts' | 'mjs'): ServerCommand {
  const program = join(import.meta.dirname, `bare-express.${language}`);
  return { name: 'bare Express', args: () => [program], env: { BODY: body } };
}

/** Prism with its default options and log. */
export function prism(): ServerCommand {
  const program = fileURLToPath(import.meta.resolve('@stoplight/prism-cli/dist/index.js'));
  const document = join(root, 'generated/vendors.yaml');
  return {
    name: 'Prism',
    args: (port) => [program, 'mock', document, '--host', '127.0.0.1', '--port', port],
    // Otherwise a dependency of Prism reports its use.
    env: { SCARF_ANALYTICS: 'false' },
  };
}

/** The response body of this project's server, which bare Express also sends. */
export async function responseBody(): Promise<string> {
  const server = await startServer();
  try {
    return await (await fetch(server.url + listPath(), { headers })).text();
  } finally {
    await server.close();
  }
}
