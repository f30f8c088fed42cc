import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startServer } from '../../../server/start-server.ts';
import { headers, listPath } from './list-request.ts';

export const root = join(import.meta.dirname, '../../..');

/** How a server is started: what Node is given, once the port is known. */
export interface ServerCommand {
  readonly name: string;
  readonly args: (port: string) => readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Our server with everything on, from the program `cli`. */
export function ourServer(name: string, data: string, cli = join(root, 'cli/main.js')): ServerCommand {
  const options = ['--host', '127.0.0.1', '--log-level', 'info', '--data', data];
  return { name, args: (port) => [cli, 'serve', ...options, '--port', port] };
}

/** Bare Express, which answers `body`: run from TypeScript as our source is, or from JavaScript as the package is. */
export function bareExpress(body: string, language: 'ts' | 'mjs'): ServerCommand {
  const program = join(import.meta.dirname, `bare-express.${language}`);
  return { name: 'bare Express', args: () => [program], env: { BODY: body } };
}

/** Prism as it comes, with its default log. */
export function prism(): ServerCommand {
  const program = fileURLToPath(import.meta.resolve('@stoplight/prism-cli/dist/index.js'));
  const document = join(root, 'generated/vendors.yaml');
  return {
    name: 'Prism',
    args: (port) => [program, 'mock', document, '--host', '127.0.0.1', '--port', port],
    // A dependency of Prism reports its use otherwise.
    env: { SCARF_ANALYTICS: 'false' },
  };
}

/** What our server answers to the request, for bare Express to answer it too. */
export async function answeredBody(): Promise<string> {
  const server = await startServer();
  try {
    return await (await fetch(server.url + listPath(), { headers })).text();
  } finally {
    await server.close();
  }
}
