// Starts the whole server: opens the store, listens, and closes both. It is the entry `connections-contract/server`, so
// every type that a signature here names is exported here.
import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isLoopback } from './api/is-loopback.ts';
import { createLog } from './api/log.ts';
import type { LogLevel } from './api/log-level.ts';
import { createApp } from './create-app.ts';
import { createHttpServer } from './http-server.ts';
import { listen, refuseUnknownAddress } from './listen.ts';
import { highestLimit, type Limits } from './model/limits.ts';
import type { VendorKeys } from './model/workspace.ts';
import { defaultWorkspaces } from './scenarios/default-workspaces.ts';
import { StartError } from './start-error.ts';
import type { Durability } from './store/durability.ts';
import { isPostgres } from './store/is-postgres.ts';
import { openStore, type Store } from './store/open-store.ts';
import { StoreRefusal } from './store/store-refusal.ts';

// biome-ignore-start lint/performance/noBarrelFile: users of the package can import no other file
export { ExplainedError } from '../contract/explained-error.ts';
export type { Vendor } from '../spec/vendors.ts';
export type { Durability, Limits, LogLevel, VendorKeys };
export { StartError };

// biome-ignore-end lint/performance/noBarrelFile: users of the package can import no other file

export interface ServerOptions {
  /** Port to listen on. 0, the default, chooses a free port. */
  readonly port?: number;
  /** Address to listen on; 127.0.0.1 by default. An address that is not loopback requires a `sandboxToken`. */
  readonly host?: string;
  /** `:memory:`, the default; the path of a SQLite file; or a `postgres://` URL. */
  readonly data?: string;
  /**
   * What a completed change to a SQLite file survives. `normal`, the default: the end of the process in any way, also
   * `kill -9`. `full`: power loss too; each change then waits for the disk. PostgreSQL decides this itself.
   */
  readonly durability?: Durability;
  /** How much the server stores. Limits that are not named keep their defaults. */
  readonly limits?: Partial<Limits>;
  /** Bearer token of the sandbox API. A blank token counts as not set. */
  readonly sandboxToken?: string;
  /** Extra `Host` names, without port, to accept for the sandbox API. Loopback names are always accepted. */
  readonly allowedHosts?: readonly string[];
  /**
   * True if the server is behind a proxy that sets `X-Forwarded-Proto` and `X-Forwarded-Host`: the page at `/` and the
   * contracts then name the origin of the proxy. False by default, because any client can send these headers.
   */
  readonly trustProxy?: boolean;
  /** `silent` by default. */
  readonly logLevel?: LogLevel;
  /** The clock for the times of changes; the system clock by default. */
  readonly now?: () => Date;
  /** Returns a new random UUID. */
  readonly newId?: () => string;
}

/** A server that is listening. */
export interface RunningServer {
  /** Its origin, without a slash at the end. */
  readonly url: string;
  /** The keys of the default workspace. */
  readonly keys: VendorKeys;
  /** Accepts no new requests, completes the current ones, and resolves when everything is closed. */
  close(): Promise<void>;
}

/**
 * Starts a server of all three APIs on one store, and resolves when it is listening. Several servers can run in one
 * process. Rejects with a `StartError` that says what failed and what to do.
 */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const {
    port = 0,
    host = '127.0.0.1',
    data = ':memory:',
    durability = 'normal',
    logLevel = 'silent',
  } = options;
  const sandboxToken = options.sandboxToken?.trim() === '' ? undefined : options.sandboxToken;
  if (!isLoopback(host) && sandboxToken === undefined) {
    await refuseUnknownAddress(host);
    throw new StartError(
      `Cannot listen on ${host}: other machines could use the sandbox API. Set SANDBOX_TOKEN to a secret, or use --host 127.0.0.1.`,
    );
  }
  refuseWrongLimits(options.limits ?? {});
  const clock = options.now ?? (() => new Date());
  const now = () => clock().toISOString();
  const log = createLog({ level: logLevel });
  const store = await openStoreOrExplain({
    data,
    durability,
    limits: options.limits,
    now,
    onIdleError: (error) => log.warn({ err: error }, 'the database closed an idle connection'),
    onDeletionError: (error) => log.warn({ err: error }, 'the rows of removed workspaces were not deleted'),
  });
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
  const { server, close } = createHttpServer({ app });
  try {
    await listen(server, port, host);
  } catch (error) {
    await store.close();
    throw error;
  }
  return {
    url: originOf(server),
    keys: defaultWorkspaces[0].keys,
    async close() {
      await close();
      await store.close();
      await log.close();
    },
  };
}

function refuseWrongLimits(limits: Partial<Limits>): void {
  for (const [name, value] of Object.entries(limits)) {
    if (Number.isInteger(value) && value >= 1 && value <= highestLimit) continue;
    throw new StartError(
      `Cannot start: the limit ${name} is ${value}. Use a whole number from 1 to ${highestLimit}.`,
    );
  }
}

async function openStoreOrExplain(options: Parameters<typeof openStore>[0]): Promise<Store> {
  try {
    return await openStore(options);
  } catch (error) {
    throw dataError(options.data, error);
  }
}

/** Explains why the data cannot be used, without the password that a URL may hold. */
function dataError(data: string, error: unknown): StartError {
  const reason = reasonOf(error);
  const [, scheme] = /^([a-z][a-z0-9+.-]+):\/\//i.exec(data) ?? [];
  if (scheme !== undefined && !isPostgres(data)) {
    return new StartError(
      `Cannot open the data: ${scheme}:// databases are not supported. Use a SQLite file or a postgres:// URL.`,
    );
  }
  if (error instanceof StoreRefusal) {
    const place = isPostgres(data) ? 'the PostgreSQL database' : `the data file ${data}`;
    return new StartError(`Cannot open ${place}: ${error.message}. ${error.advice}.`);
  }
  if (isPostgres(data)) {
    return new StartError(
      `Cannot open the PostgreSQL database: ${reason}. Check that it is running and that the URL in --data is correct.`,
    );
  }
  return new StartError(
    `Cannot open the data file ${data}: ${reason}. Use a SQLite file that can be read and written, or omit --data to store the data in memory.`,
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
