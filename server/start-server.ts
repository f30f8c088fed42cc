// The server as a whole: opens the store, listens, and closes both again. It is the entry `connections-contract/server`,
// so every type that a signature here names is exported here.
import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { isLoopback } from './api/is-loopback.ts';
import { createLog } from './api/log.ts';
import type { LogLevel } from './api/log-level.ts';
import { createApp } from './create-app.ts';
import { listen, refuseUnknownAddress } from './listen.ts';
import type { VendorKeys } from './model/workspace.ts';
import { refuseMalformed } from './refuse-malformed.ts';
import { defaultWorkspaces } from './scenarios/default-workspaces.ts';
import { StartError } from './start-error.ts';
import { isPostgres } from './store/is-postgres.ts';
import { openStore, type Store } from './store/open-store.ts';

// biome-ignore-start lint/performance/noBarrelFile: users of the package can import no other file
export { ExplainedError } from '../contract/explained-error.ts';
export type { Vendor } from '../spec/vendors.ts';
export type { LogLevel, VendorKeys };
export { StartError };

// biome-ignore-end lint/performance/noBarrelFile: users of the package can import no other file

// To import it would read each of its exports, and one of them is a whole client.
const { createServer } = process.getBuiltinModule('node:http');

export interface ServerOptions {
  /** Port to listen on; 0, the default, takes a free one. */
  readonly port?: number;
  /** Address to listen on, 127.0.0.1 by default. Any that is not loopback wants a `sandboxToken`. */
  readonly host?: string;
  /** `:memory:`, the default; the path of a SQLite file; or a `postgres://` URL. */
  readonly data?: string;
  /** Bearer token of the sandbox API. One that is blank counts as none. */
  readonly sandboxToken?: string;
  /** Names, without port, under which the sandbox API may be asked for besides the loopback ones. */
  readonly allowedHosts?: readonly string[];
  /**
   * True if the server is behind a proxy that sets `X-Forwarded-Proto` and `X-Forwarded-Host`: the page at `/` and the
   * contracts then name the origin of the proxy. False by default, because any client can send these headers.
   */
  readonly trustProxy?: boolean;
  /** `silent` by default. */
  readonly logLevel?: LogLevel;
  /** The clock that stamps changes; the machine's by default. */
  readonly now?: () => Date;
  /** Makes random UUIDs. */
  readonly newId?: () => string;
}

/** A server that answers. */
export interface RunningServer {
  /** Its origin, without a slash at the end. */
  readonly url: string;
  /** The keys of the default workspace. */
  readonly keys: VendorKeys;
  /** Answers what is under way, takes nothing new, and resolves when all is closed. */
  close(): Promise<void>;
}

/** A request that is not over by then is cut off when the server closes. */
const closingMilliseconds = 10_000;

/**
 * Starts a server of all three APIs over one store, and resolves when it answers. Several may run in one process.
 * Rejects with a `StartError` that says what failed and what to do.
 */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const { port = 0, host = '127.0.0.1', data = ':memory:', logLevel = 'silent' } = options;
  const sandboxToken = options.sandboxToken?.trim() === '' ? undefined : options.sandboxToken;
  if (!isLoopback(host) && sandboxToken === undefined) {
    await refuseUnknownAddress(host);
    throw new StartError(
      `Cannot listen on ${host}: the sandbox API would be open to others. Set SANDBOX_TOKEN to a secret, or use --host 127.0.0.1.`,
    );
  }
  const clock = options.now ?? (() => new Date());
  const now = () => clock().toISOString();
  const log = createLog({ level: logLevel });
  const store = await openStoreOrExplain(data, now, (error) =>
    log.warn({ err: error }, 'the database closed an idle connection'),
  );
  const app = createApp({
    store,
    log,
    now,
    newId: options.newId ?? randomUUID,
    allowedHosts: [host, ...(options.allowedHosts ?? [])],
    sandboxToken,
    trustProxy: options.trustProxy,
    docsFolder: new URL('../generated/docs/', import.meta.url),
  });
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000 }, app);
  server.maxHeadersCount = 100;
  server.on('clientError', refuseMalformed);
  const silent = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  });
  server.on('request', (request) => silent.delete(request.socket));
  try {
    await listen(server, port, host);
  } catch (error) {
    await store.close();
    throw error;
  }
  return {
    url: originOf(server),
    keys: defaultWorkspaces[0].keys,
    close: () => closeAll(server, store, silent),
  };
}

async function openStoreOrExplain(
  data: string,
  now: () => string,
  onIdleError: (error: Error) => void,
): Promise<Store> {
  try {
    return await openStore({ data, now, onIdleError });
  } catch (error) {
    throw dataError(data, error);
  }
}

/** Explains why the data cannot be used, without the password that a URL may hold. */
function dataError(data: string, error: unknown): StartError {
  const reason = reasonOf(error);
  const [, scheme] = /^([a-z][a-z0-9+.-]+):\/\//i.exec(data) ?? [];
  if (scheme !== undefined && !isPostgres(data)) {
    return new StartError(
      `Cannot open the data: ${scheme}:// is no database that this server knows. Name a SQLite file or a postgres:// URL.`,
    );
  }
  if (isPostgres(data)) {
    return new StartError(
      `Cannot open the PostgreSQL database: ${reason}. Check that it runs and that the URL of --data is right.`,
    );
  }
  return new StartError(
    `Cannot open the data file ${data}: ${reason}. Name a SQLite file that can be read and written, or none for memory.`,
  );
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return reasonOf(error.errors[0]);
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n', 1)[0]?.replace(/\.$/, '') ?? '';
}

function originOf(server: Server): string {
  const { address, family, port } = server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

/** Node counts a connection on which nothing was asked yet, as browsers open them ahead, among those under way. */
async function closeAll(server: Server, store: Store, silent: ReadonlySet<Socket>): Promise<void> {
  const cutOff = setTimeout(() => server.closeAllConnections(), closingMilliseconds);
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  for (const socket of silent) socket.destroy();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  clearTimeout(cutOff);
  clearInterval(sweep);
  await store.close();
}
