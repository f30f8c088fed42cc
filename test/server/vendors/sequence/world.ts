import { expect } from 'vitest';
import { readContract } from '../../../../contract/contract.ts';
import { operationMatcher } from '../../../../mutants/proxy/match-operation.ts';
import { keyHeader, type Vendor, vendorEntry } from '../../../../spec/vendors.ts';
import { ask, type RawAnswer } from '../../../support/raw-http.ts';
import { createResponseCheck, type ResponseCheck } from '../../../support/response-check.ts';

/** The edition of Open Wearables of a workspace; undefined for the contract of the vendor's page. */
export type Edition = '0-6' | undefined;

/** A call of an operation. */
export interface Call {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Instead of the key of the vendor. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A workspace, and what the calls so far have made in it. What is deleted stays on these lists. */
export interface World {
  readonly id: string;
  readonly edition: Edition;
  readonly developer: Readonly<Record<string, string>>;
  readonly userIds: Set<string>;
  readonly linkTokens: string[];
  readonly connections: { readonly userId: string; readonly id: string }[];
  /** Calls an operation by its name, such as `POST /v2/user`. The answer conforms to its contract, and is no 5xx. */
  call(api: Vendor | 'sandbox', operation: string, call?: Call): Promise<RawAnswer>;
  /** Opens a URL of the server and follows its redirects, as a browser does, until they leave the server. */
  visit(url: string): Promise<void>;
}

const checks = new Map<string, ResponseCheck>();
const match = operationMatcher(readContract);

/** Makes a workspace without users of its own. */
export async function createWorld(url: string, edition: Edition): Promise<World> {
  const editions = edition === undefined ? {} : { 'open-wearables': edition };
  const made = await ask(url, {
    method: 'POST',
    path: '/sandbox/workspaces',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ editions }),
  });
  const workspace = made.json as {
    readonly id: string;
    readonly keys: Readonly<Record<Vendor, string>>;
    readonly developer_tokens: Readonly<Record<string, string>>;
  };

  function headersOf(api: Vendor | 'sandbox'): Readonly<Record<string, string>> {
    if (api === 'sandbox') return {};
    const entry = api === 'open-wearables' ? vendorEntry(api, edition) : vendorEntry(api);
    return Object.fromEntries([keyHeader(entry, workspace.keys[api])]);
  }

  /** The answers that were found sound. Most lists are the same after the next call. */
  const sound = new Set<string>();

  async function expectSound(api: Vendor | 'sandbox', operation: string, answer: RawAnswer): Promise<void> {
    const name = api === 'open-wearables' && edition !== undefined ? `${api}.${edition}` : api;
    const check = checks.get(name) ?? createResponseCheck(`${name}.yaml`);
    checks.set(name, check);
    const { status, headers, text } = answer;
    const seen = JSON.stringify([name, operation, status, headers['content-type'], text]);
    if (sound.has(seen)) return;
    const [method = '', path = ''] = operation.split(' ');
    const violations = await check({ method: method.toLowerCase(), path }, answer);
    expect({ operation, status, violations }).toEqual({
      operation,
      status: expect.toSatisfy((status) => status < 500, 'below 500'),
      violations: [],
    });
    sound.add(seen);
  }

  return {
    id: workspace.id,
    edition,
    developer: { Authorization: `Bearer ${workspace.developer_tokens['open-wearables']}` },
    userIds: new Set(),
    linkTokens: [],
    connections: [],

    async call(api, operation, { path = {}, query = {}, body, headers = headersOf(api) } = {}) {
      const [method = '', template = ''] = operation.split(' ');
      const target = template.replaceAll(/\{(\w+)\}/g, (_, name) => encodeURIComponent(path[name] ?? ''));
      const search = new URLSearchParams(query).toString();
      const json = body === undefined ? {} : { 'Content-Type': 'application/json' };
      const answer = await ask(url, {
        method,
        path: search === '' ? target : `${target}?${search}`,
        headers: { ...json, ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      await expectSound(api, operation, answer);
      return answer;
    },

    async visit(start) {
      let next = start;
      while (new URL(next, url).origin === url) {
        const { pathname, search } = new URL(next, url);
        const answer = await ask(url, { path: pathname + search });
        expect(answer.status).toBeLessThan(500);
        const matched = match('GET', pathname + search);
        if (matched !== null) await expectSound(matched.vendor, `GET ${matched.operation.path}`, answer);
        const { location } = answer.headers;
        if (location === undefined) return;
        next = location;
      }
    },
  };
}

/** The item at an index, which may be larger than the list; undefined if the list is empty. */
export function pick<Item>(items: Iterable<Item>, index: number): Item | undefined {
  const list = [...items];
  return list[index % list.length];
}

/** The field of a JSON body as text; undefined if there is none. */
export function textAt(json: unknown, name: string): string | undefined {
  const value: unknown = Reflect.get(Object(json), name);
  return typeof value === 'string' ? value : undefined;
}
