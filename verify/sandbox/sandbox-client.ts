import { ExplainedError } from '../../contract/explained-error.ts';
import type { components } from '../../generated/sandbox.ts';
import { unreachable } from '../wire/unreachable.ts';

export type NewWorkspace = components['schemas']['SandboxNewWorkspace'];

/** As much of the sandbox API as a run needs. Each rejects with an `ExplainedError`. */
export interface SandboxClient {
  makeWorkspace(name: string): Promise<NewWorkspace>;
  /** Succeeds also where the workspace is gone already. */
  removeWorkspace(id: string): Promise<void>;
}

export interface SandboxClientOptions {
  readonly baseUrl: string;
  /** What the server wants of whoever uses its sandbox API; nothing without it. */
  readonly token?: string | undefined;
  readonly timeoutMilliseconds: number;
}

/** More than any answer of the sandbox API about one workspace. */
const largestBody = 64 * 1024;

/** Makes a client of this project's own server. */
export function createSandboxClient(options: SandboxClientOptions): SandboxClient {
  const { token, timeoutMilliseconds } = options;
  const base = new URL(options.baseUrl);
  const root = `${base.origin}${base.pathname.replace(/\/+$/, '')}/sandbox/workspaces`;

  async function send(method: string, url: string, body?: object) {
    try {
      const response = await fetch(url, {
        method,
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMilliseconds),
        headers: {
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: response.status, json: await jsonOf(response) };
    } catch (error) {
      throw unreachable(base, error instanceof Error && error.cause instanceof Error ? error.cause : error);
    }
  }

  return {
    async makeWorkspace(name) {
      const { status, json } = await send('POST', root, { name });
      if (status === 201 && isNewWorkspace(json)) return json;
      throw refusal(`Cannot make a workspace at ${base.origin}`, status);
    },
    async removeWorkspace(id) {
      const { status } = await send('DELETE', `${root}/${encodeURIComponent(id)}`);
      if (status === 204 || status === 404) return;
      throw refusal(`Cannot remove the workspace ${id} at ${base.origin}`, status);
    },
  };
}

function refusal(failed: string, status: number): ExplainedError {
  switch (status) {
    case 401:
      return new ExplainedError(`${failed}: it wants a token. Set SANDBOX_TOKEN to the one of that server.`);
    case 403:
      return new ExplainedError(
        `${failed}: its sandbox API is not open under this name. Start it with --allowed-host.`,
      );
    case 429:
    case 500:
    case 503:
      return new ExplainedError(`${failed}: it answers ${status}. Read its log, and try again.`);
    default:
      return new ExplainedError(
        `${failed}: it answers ${status}, as if it had no sandbox API. Leave --sandbox out where the server is not this project's own.`,
      );
  }
}

/** The body as JSON; undefined where it is none, or too large to be meant. */
async function jsonOf({ body }: Response): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > largestBody) return undefined;
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString());
  } catch {
    return undefined;
  }
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
