import { join } from 'node:path';
import { startPostgres } from '../../support/start-postgres.ts';
import { seedFile } from '../measure/seeded-file.ts';
import { bareExpress, ourServer, prism, type ServerCommand } from '../measure/server-command.ts';
import { type ServerProcess, startServerProcess } from '../measure/server-process.ts';

export type LoadServer =
  | 'bare'
  | 'memory'
  | 'sqlite-file'
  | 'postgresql'
  | 'prism'
  | 'mixed'
  | 'few-users'
  | 'many-users';

export interface LoadServers {
  named(name: LoadServer): ServerProcess;
  stop(): Promise<void>;
}

export interface LoadServerOptions {
  /** The folder for data. The caller deletes it. */
  readonly folder: string;
  /** The response body of bare Express. */
  readonly body: string;
  readonly sizes: Readonly<Record<'few-users' | 'many-users', number>>;
}

/** Starts the named servers. If one of them does not start, stops the others and rejects. */
export async function startLoadServers(
  names: Iterable<LoadServer>,
  options: LoadServerOptions,
): Promise<LoadServers> {
  const byName = new Map<LoadServer, ServerProcess>();
  const running: { stop(): Promise<void> }[] = [];
  const stop = async () => {
    for (const server of running.reverse()) await server.stop();
  };
  const start = async (name: LoadServer) => {
    const server = await startServerProcess(await commandOf(name, options, running));
    running.push(server);
    byName.set(name, server);
  };
  const outcomes = await Promise.allSettled([...names].map(start));
  const failed = outcomes.find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') {
    await stop();
    throw failed.reason;
  }
  return {
    named(name) {
      const server = byName.get(name);
      if (server === undefined) throw new Error(`The server ${name} was not started.`);
      return server;
    },
    stop,
  };
}

async function commandOf(
  name: LoadServer,
  { folder, body, sizes }: LoadServerOptions,
  running: { stop(): Promise<void> }[],
): Promise<ServerCommand> {
  switch (name) {
    case 'bare':
      return bareExpress(body, 'ts');
    case 'prism':
      return prism();
    case 'memory':
    case 'mixed':
      return ourServer(name, ':memory:');
    case 'sqlite-file':
      return ourServer(name, join(folder, 'bench.sqlite'));
    case 'postgresql': {
      // Another process can take the chosen port before PostgreSQL listens on it.
      const postgres = await startPostgres().catch(() => startPostgres());
      running.push(postgres);
      return ourServer(name, postgres.url);
    }
    case 'few-users':
    case 'many-users': {
      const file = join(folder, `${name}.sqlite`);
      await seedFile(file, sizes[name]);
      return ourServer(name, file);
    }
    default:
      return name satisfies never;
  }
}
