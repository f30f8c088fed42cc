import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect } from 'vitest';
import { readContract } from '../../../../contract/contract.ts';
import { createApp } from '../../../../server/create-app.ts';
import { type ConsentDecision, codeHash } from '../../../../server/link/consent-decision.ts';
import type { Limits } from '../../../../server/model/limits.ts';
import { openStore, type Store } from '../../../../server/store/open-store.ts';
import { ask, type RawAnswer } from '../../../support/raw-http.ts';
import { createResponseCheck } from '../../../support/response-check.ts';
import { captureLog, serve } from '../../../support/serve.ts';
import { keys } from '../../../support/vendor-calls.ts';

const checkResponse = createResponseCheck('mielto.yaml');
const templates = [...readContract('mielto').operations.values()].map(({ path }) => ({
  path,
  pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
}));

/** The credentials of each integration that the tests connect. */
export const credentials = {
  openai: { api_key: 'a-secret-api-key' },
  gmail: { access_token: 'a-secret-access-token', refresh_token: 'a-secret-refresh-token' },
};

export const openai = { integration: 'openai', integration_type: 'model', credentials: credentials.openai };

interface CallOptions {
  readonly body?: unknown;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A server for the tests of one file. Its clock can be set. Each answer of Mielto's API is checked by its contract. */
export function useMieltoServer(options: { readonly data?: string; readonly limits?: Partial<Limits> } = {}) {
  const captured = captureLog();
  const clock = { now: Date.parse('2026-01-01T12:00:00.000Z') };
  let store: Store;
  let server: Awaited<ReturnType<typeof serve>>;

  beforeAll(async () => {
    const now = () => new Date(clock.now).toISOString();
    store = await openStore({ data: options.data ?? ':memory:', now, limits: options.limits });
    const docsFolder = new URL('file:///no-docs/');
    server = await serve(
      createApp({ store, log: captured.log, now, newId: randomUUID, allowedHosts: [], docsFolder }),
    );
  });
  afterAll(async () => {
    await server.close();
    await store.close();
  });

  async function call(method: string, path: string, given: CallOptions = {}): Promise<RawAnswer> {
    const { body, token = keys.mielto.first, headers = {} } = given;
    const answer = await ask(server.url, {
      method,
      path,
      headers: {
        Authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const [bare = ''] = path.split('?');
    const template = templates.find(({ pattern }) => pattern.test(bare));
    const operation = { method: method.toLowerCase(), path: template?.path ?? bare };
    expect(await checkResponse(operation, answer)).toEqual([]);
    return answer;
  }

  return {
    call,
    clock,
    log: captured,
    url: () => server.url,
    store: () => store,

    /** Creates a connection and returns it. */
    async connect(body: object, token?: string): Promise<Record<string, unknown>> {
      const answer = await call('POST', '/api/v1/connections', { body, ...(token ? { token } : {}) });
      expect(answer.status).toBe(200);
      return answer.json as Record<string, unknown>;
    },

    /** The list of a user, or the status if it is not 200. */
    async list(userId: string, token?: string): Promise<Record<string, unknown>[] | number> {
      const path = `/api/v1/connections/users/${encodeURIComponent(userId)}`;
      const { status, json } = await call('GET', path, token ? { token } : {});
      return status === 200 ? (json as { connections: Record<string, unknown>[] }).connections : status;
    },

    /** Sends a request to the sandbox API. */
    async sandbox(method: string, path: string, body?: unknown): Promise<RawAnswer> {
      const text = body === undefined ? {} : { body: JSON.stringify(body) };
      const headers = body === undefined ? {} : { 'Content-Type': 'application/json' };
      return ask(server.url, { method, path: `/sandbox/workspaces/ws_sandbox${path}`, headers, ...text });
    },

    /** Decides as a person does on the consent page. The code of a grant is `the-code`. */
    async decide(state: string, decision: ConsentDecision = grant(['read', 'write'])): Promise<void> {
      const session = await store.links.find(state, 'consent');
      if (session === null) throw new Error('The state is unknown.');
      await store.links.hold(session, decision);
    },
  };
}

/** A grant of these scopes, with the code `the-code`. */
export function grant(scopes: readonly string[]): ConsentDecision {
  const account = { id: 'account-1', username: 'ada' };
  return { outcome: 'granted', codeHash: codeHash('the-code'), account, scopes };
}
