import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { operationOf, readContract } from '../../../../contract/contract.ts';
import { createApp } from '../../../../server/create-app.ts';
import { type ConsentDecision, codeHash } from '../../../../server/link/consent-decision.ts';
import type { Limits } from '../../../../server/model/limits.ts';
import { openStore, type Store } from '../../../../server/store/open-store.ts';
import { vendorEntry } from '../../../../spec/vendors.ts';
import { ask, type RawAnswer } from '../../../support/raw-http.ts';
import { createResponseCheck } from '../../../support/response-check.ts';
import { captureLog, serve } from '../../../support/serve.ts';

const entry = vendorEntry('open-wearables');

/** Who calls: the holder of a key or of a developer's token of a default workspace, or no one. */
export type Credential = 'key' | 'developer' | 'second-key' | 'second-developer' | 'none';

/** The header of each credential. In the edition, the first two belong to the workspace with editions. */
function headersOf(credential: Credential, edition: string | undefined): Record<string, string> {
  const first = edition === undefined ? 'first' : 'editions';
  const key = (value: string) => ({ 'X-Open-Wearables-API-Key': value });
  const token = (value = '') => ({ Authorization: `Bearer ${value}` });
  switch (credential) {
    case 'key':
      return key(entry.key.samples[first]);
    case 'second-key':
      return key(entry.key.samples.second);
    case 'developer':
      return token(entry.developerToken?.samples[first]);
    case 'second-developer':
      return token(entry.developerToken?.samples.second);
    case 'none':
      return {};
    default:
      return credential satisfies never;
  }
}

export interface Call {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** Sent as JSON; text is sent unchanged. */
  readonly body?: unknown;
  readonly as?: Credential;
}

/**
 * Serves the API over a store of its own, in an edition if one is given, from a fixed moment on. Each answer is checked
 * against the contract. Every test begins with new data.
 */
export function useOpenWearables({
  edition,
  limits,
}: {
  readonly edition?: string;
  readonly limits?: Partial<Limits>;
} = {}) {
  const contract = readContract('open-wearables', edition);
  const violationsOf = createResponseCheck(`${contract.name}.yaml`);
  let moment = '';
  const now = () => moment;
  let store: Store;
  let server: Awaited<ReturnType<typeof serve>>;

  beforeAll(async () => {
    moment = '2026-11-20T10:30:00.123Z';
    store = await openStore({ data: ':memory:', now, limits });
    const docsFolder = new URL('file:///no-docs/');
    const { log } = captureLog();
    server = await serve(createApp({ store, log, now, newId: randomUUID, allowedHosts: [], docsFolder }));
  });
  beforeEach(async () => {
    moment = '2026-11-20T10:30:00.123Z';
    await store.reset();
  });
  afterAll(async () => {
    await server.close();
    await store.close();
  });

  return {
    store: () => store,
    url: () => server.url,
    setNow(instant: string) {
      moment = instant;
    },

    async call(operationId: string, { path = {}, query, body, as = 'key' }: Call = {}): Promise<RawAnswer> {
      const operation = operationOf(contract, operationId);
      const target = operation.path.replaceAll(/\{(\w+)\}/g, (_, name) =>
        encodeURIComponent(path[name] ?? ''),
      );
      const search = query === undefined ? '' : `?${new URLSearchParams(query)}`;
      const type = body === undefined ? {} : { 'Content-Type': 'application/json' };
      const answer = await ask(server.url, {
        method: operation.method.toUpperCase(),
        path: target + search,
        headers: { ...headersOf(as, edition), ...type },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      expect([operationId, await violationsOf(operation, answer)]).toEqual([operationId, []]);
      return answer;
    },

    /** Stores a decision for a state, as the consent page does. */
    async decide(state: string, decision: Partial<ConsentDecision> & { readonly code?: string } = {}) {
      const session = await store.links.find(state, 'consent');
      if (session === null) throw new Error('The state is unknown.');
      const { code = 'the-code', ...rest } = decision;
      await store.links.hold(session, {
        outcome: 'granted',
        codeHash: codeHash(code),
        account: { id: 'account-1', username: 'runner' },
        scopes: ['activity:read_all'],
        ...rest,
      });
    },
  };
}

export type OpenWearables = ReturnType<typeof useOpenWearables>;

/** The JSON of an answer as an object. */
export function jsonOf({ json }: RawAnswer): Readonly<Record<string, unknown>> {
  return Object(json);
}

/** Creates a user and returns its id. */
export async function newUserId(api: OpenWearables, body: object = {}): Promise<string> {
  return String(jsonOf(await api.call('createOpenWearablesUser', { body })).id);
}

/** The connections of a user. */
export async function connectionsOf(api: OpenWearables, userId: string, as: Credential = 'key') {
  const { json } = await api.call('listOpenWearablesConnections', { path: { user_id: userId }, as });
  return json as Readonly<Record<string, unknown>>[];
}

/** Begins to connect a provider and returns the state. */
export async function begin(
  api: OpenWearables,
  userId: string,
  { provider = 'strava', ...query }: { readonly provider?: string; readonly redirect_uri?: string } = {},
): Promise<string> {
  const call = { path: { provider }, query: { user_id: userId, ...query } };
  return String(jsonOf(await api.call('authorizeOpenWearablesProvider', call)).state);
}

/** Goes back to the callback. */
export function comeBack(api: OpenWearables, query: Readonly<Record<string, string>>, provider = 'strava') {
  return api.call('completeOpenWearablesOauth', { path: { provider }, query, as: 'none' });
}

/** Connects a provider with everything granted. */
export async function connect(api: OpenWearables, userId: string, provider = 'strava'): Promise<void> {
  const state = await begin(api, userId, { provider });
  await api.decide(state);
  const { status } = await comeBack(api, { state, code: 'the-code' }, provider);
  if (status !== 303) throw new Error(`The callback answered ${status}.`);
}
