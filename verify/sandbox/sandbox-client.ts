import { ExplainedError } from '../../contract/explained-error.ts';
import type { components } from '../../generated/sandbox.ts';
import type { EditionChoice } from '../../spec/vendors.ts';
import { ask } from '../wire/ask.ts';
import { faultText } from '../wire/exchange.ts';
import { readStrictJson } from '../wire/strict-json.ts';
import { cannotReach, unreachable } from '../wire/unreachable.ts';

export type NewWorkspace = components['schemas']['SandboxNewWorkspace'];

/** The part of the sandbox API that a run needs. Each method rejects with an `ExplainedError`. */
export interface SandboxClient {
  createWorkspace(name: string, editions: EditionChoice): Promise<NewWorkspace>;
  /** Also resolves if the workspace does not exist. */
  deleteWorkspace(id: string): Promise<void>;
}

export interface SandboxClientOptions {
  readonly baseUrl: string;
  readonly proxy: URL | null;
  /** The bearer token of the sandbox API, if the server requires one. */
  readonly token?: string | undefined;
  readonly timeoutMilliseconds: number;
}

/** Creates a client of this project's own server. */
export function createSandboxClient(options: SandboxClientOptions): SandboxClient {
  const { proxy, token, timeoutMilliseconds } = options;
  const base = new URL(options.baseUrl);
  const root = `${base.pathname.replace(/\/+$/, '')}/sandbox/workspaces`;

  async function send(method: string, path: string, body?: object) {
    const text = body === undefined ? '' : JSON.stringify(body);
    const sent = ask({
      origin: base,
      proxy,
      timeoutMilliseconds,
      request: {
        method,
        path,
        headers: {
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          'Content-Length': String(Buffer.byteLength(text)),
          ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
        },
        body: text,
      },
    });
    const { result } = await sent.catch((error: unknown) => {
      throw error instanceof ExplainedError ? error : unreachable({ origin: base, proxy }, error);
    });
    if (result.kind === 'answer') return { status: result.status, json: jsonOf(result.body) };
    if (result.status !== null) return { status: result.status, json: undefined };
    const reason =
      result.fault === 'timeout' ? 'it did not respond in time' : `got ${faultText(result.fault)}`;
    throw cannotReach({ origin: base, proxy }, reason);
  }

  return {
    async createWorkspace(name, editions) {
      const { status, json } = await send('POST', root, { name, editions });
      if (status === 201 && isNewWorkspace(json)) return json;
      throw errorOf(`Cannot create a workspace at ${base.origin}`, status);
    },
    async deleteWorkspace(id) {
      const { status } = await send('DELETE', `${root}/${encodeURIComponent(id)}`);
      if (status === 204 || status === 404) return;
      throw errorOf(`Cannot delete the workspace ${id} at ${base.origin}`, status);
    },
  };
}

function errorOf(failed: string, status: number): ExplainedError {
  switch (status) {
    case 401:
      return new ExplainedError(
        `${failed}: it requires a token. Set SANDBOX_TOKEN to the token of that server.`,
      );
    case 403:
      return new ExplainedError(
        `${failed}: its sandbox API does not accept this Host name. Start the server with --allowed-host.`,
      );
    case 429:
    case 500:
    case 503:
      return new ExplainedError(`${failed}: it responded with ${status}. Check its log, then try again.`);
    default:
      return new ExplainedError(
        `${failed}: it responded with ${status}, so it seems to have no sandbox API. Use --sandbox only with this project's own server.`,
      );
  }
}

/** The body as JSON; undefined if it is not JSON. */
function jsonOf(body: Buffer): unknown {
  const json = readStrictJson(body);
  return json.ok ? json.value : undefined;
}

function isNewWorkspace(json: unknown): json is NewWorkspace {
  if (typeof json !== 'object' || json === null) return false;
  if (!('id' in json && 'own_user_id' in json && 'keys' in json)) return false;
  const { id, own_user_id: user, keys } = json;
  return (
    typeof id === 'string' &&
    typeof user === 'string' &&
    typeof keys === 'object' &&
    keys !== null &&
    Object.values(keys).every((key) => typeof key === 'string')
  );
}
