import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { contractNames, readContract } from '../../contract/contract.ts';
import type { Operation } from '../../contract/operation.ts';
import { createApp } from '../../server/create-app.ts';
import { type RunningServer, startServer } from '../../server/start-server.ts';
import { openStore, type Store } from '../../server/store/open-store.ts';
import { vendorNames } from '../../spec/vendors.ts';
import { exampleCalls, requestOf, responseNames, shownResponse } from '../support/example-calls.ts';
import { prepareCall } from '../support/prepare-call.ts';
import { ask, type RawAnswer, type RawRequest } from '../support/raw-http.ts';
import { captureLog, serve } from '../support/serve.ts';
import { credentialsFor } from '../support/vendor-calls.ts';
import { wrongRequests } from '../support/wrong-requests.ts';

/*
 * Each error example is an exact answer of the server: one of the answers to these requests is equal to it.
 */
const sandboxToken = 'a-token-of-the-sandbox';

/** The moment at which the contracts' examples of new data were made. */
const now = '2025-06-02T12:34:56.789Z';

/** Statuses that the server sends only for `Prefer`, because it has no plans, permissions and rate limits. */
const byPreference = new Set([402, 403, 429]);

let server: RunningServer;
let store: Store;
let broken: Awaited<ReturnType<typeof serve>>[];
/** Two servers of one store, of which one has no room for anything new. */
let sound: Awaited<ReturnType<typeof serve>>;
let full: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  server = await startServer({ sandboxToken, now: () => new Date(now) });
  store = await openStore({ data: ':memory:', now: () => new Date().toISOString() });
  const locked = Object.assign(new Error('database is locked'), { code: 'ERR_SQLITE_ERROR', errcode: 5 });
  broken = await Promise.all(
    [new Error('a fault'), locked].map((error) => serve(appOver(failing(store, error)))),
  );
  [sound, full] = await Promise.all([serve(appOver(store)), serve(appOver(withoutRoom(store)))]);
});
afterAll(async () => {
  await Promise.all([server, sound, full, ...broken].map(({ close }) => close()));
  await store.close();
});

function appOver(given: Store) {
  return createApp({
    store: given,
    log: captureLog().log,
    now: () => new Date().toISOString(),
    newId: randomUUID,
    allowedHosts: [],
    sandboxToken,
    docsFolder: new URL('file:///no-docs/'),
    useCache: false,
  });
}

/** True if the server itself fails. An operation can also answer that it does not support what is asked for. */
const isFailure = ({ status }: { readonly status: number }) => status === 500 || status === 503;

/** A store that has reached its limits. */
function withoutRoom(given: Store): Store {
  return {
    ...given,
    workspaces: { ...given.workspaces, create: async () => ({ exceeds: 'workspaces' }) },
    users: {
      ...given.users,
      create: async () => ({ kind: 'exceeds', exceeds: 'users' }),
      restore: async () => ({ exceeds: 'users' }),
    },
    connections: {
      ...given.connections,
      create: async () => ({ exceeds: 'connections' }),
      connect: async () => ({ kind: 'exceeds', exceeds: 'connections' }),
      updateById: async () => ({ kind: 'exceeds', exceeds: 'listBytes' }),
    },
    links: { ...given.links, create: async () => ({ kind: 'exceeds', exceeds: 'links' }) },
  };
}

/** A store whose database fails at each call. */
function failing<Part extends object>(part: Part, error: Error): Part {
  return new Proxy(part, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      if (typeof value === 'function') return () => Promise.reject(error);
      return typeof value === 'object' && value !== null ? failing(value, error) : value;
    },
  });
}

/** An operation may delete data that the next one needs. */
beforeEach(async () => {
  const headers = { Authorization: `Bearer ${sandboxToken}` };
  await ask(server.url, { method: 'POST', path: '/sandbox/reset', headers });
  await store.reset();
});

describe.each(contractNames)('%s', (contractName) => {
  const contract = readContract(contractName);
  const vendor = vendorNames.find((name) => name === contractName);
  const credentialsOf = (operation: Operation) =>
    vendor === undefined ? { Authorization: `Bearer ${sandboxToken}` } : credentialsFor(vendor, operation);

  async function answersOf(url: string, requests: readonly RawRequest[]): Promise<RawAnswer[]> {
    const answers: RawAnswer[] = [];
    for (const request of requests) answers.push(await ask(url, request));
    return answers;
  }

  const errorExamples = ({ responses }: Operation) =>
    [...responses.values()]
      .filter(({ status }) => status >= 400)
      .flatMap((response) =>
        responseNames(response).map((name) => ({ name, ...shownResponse(response, name) })),
      );

  function isAnswered(example: ReturnType<typeof errorExamples>[number], answers: readonly RawAnswer[]) {
    return answers.some(
      ({ status, json, headers }) =>
        status === example.status &&
        isDeepStrictEqual(json, example.body) &&
        Object.entries(example.headers).every(([name, value]) => headers[name.toLowerCase()] === value),
    );
  }

  test.each([...contract.operations.values()])(
    'the error examples of $id are answers of the server',
    async (operation) => {
      const calls = exampleCalls(operation);
      const answers: RawAnswer[] = [];
      for (const call of calls) {
        const own = await prepareCall({ url: server.url, sandboxToken }, contractName, call);
        answers.push(await ask(server.url, requestOf(call, own)));
      }
      for (const call of calls.slice(0, 1)) {
        const own = await prepareCall({ url: sound.url, sandboxToken }, contractName, call);
        answers.push(await ask(full.url, requestOf(call, own)));
      }
      const [first] = calls;
      const given =
        first === undefined
          ? credentialsOf(operation)
          : await prepareCall({ url: server.url, sandboxToken }, contractName, first);
      const requests = wrongRequests(contract, calls, given);
      answers.push(...(await answersOf(server.url, requests)));
      for (const example of errorExamples(operation)) {
        if (isFailure(example)) continue;
        const isPreferred = vendor !== undefined && byPreference.has(example.status);
        expect([example.name, isAnswered(example, answers)]).toEqual([example.name, !isPreferred]);
        if (!isPreferred) continue;
        const [request] = requests;
        const Prefer = `code=${example.status}, example=${example.name}`;
        const preferred =
          request && (await ask(server.url, { ...request, headers: { ...request.headers, Prefer } }));
        expect(isAnswered(example, preferred === undefined ? [] : [preferred])).toBe(true);
      }
    },
  );

  test('if the database fails, the answers are equal to the error examples of all operations', async () => {
    const operations = [...contract.operations.values()];
    const requests = operations.flatMap((operation) =>
      exampleCalls(operation)
        .slice(0, 1)
        .map((call) => requestOf(call, credentialsOf(operation))),
    );
    const answers = await Promise.all(broken.map(({ url }) => answersOf(url, requests)));
    const failures = operations.flatMap(errorExamples).filter(isFailure);
    expect(new Set(failures.map(({ status }) => status))).toEqual(new Set([500, 503]));
    for (const example of failures) {
      expect([example.name, isAnswered(example, answers.flat())]).toEqual([example.name, true]);
    }
  });
});
