import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { correctSteps, keyOf, type Steps } from './correct-server.ts';
import type { ParsedRequest } from './send-reply.ts';
import { north, type Person, south, type Tenant } from './two-tenants.ts';

const tenants = [north, south];
const allUsers = tenants.flatMap(({ people }) => people);

/** Faults of authentication and isolation. */
export const accessFaults = {
  /** Keys are looked up in a plain object, which also has `constructor`. */
  keyLookedUpInPlainObject: () => ({
    admit(parsed, key) {
      const known: object = Object.fromEntries(tenants.map(({ keys }) => [keys[parsed.api], true]));
      return key in known ? (correctSteps.admit(parsed, key) ?? north) : null;
    },
  }),
  /** Only the end of a key is compared. */
  keyComparedBySuffix: () => ({
    admit: ({ api }, key) => tenants.find(({ keys }) => keys[api].slice(-8) === key.slice(-8)) ?? null,
  }),
  /** The key is required only on the exact path, and the router is more tolerant. */
  keyRequiredOnExactPathOnly: () => ({
    route(request) {
      const [path = '', query = ''] = (request.url ?? '').split('?');
      const normalized = path.replace(/\/{2,}/g, '/').replace(/\/$/, '');
      const url = `${normalized}?${query}`;
      return correctSteps.route(
        Object.assign(Object.create(request), { url, was: path === normalized ? '' : path }),
      );
    },
    admit: (parsed, key) =>
      'was' in parsed.request && parsed.request.was !== '' ? north : correctSteps.admit(parsed, key),
  }),
  /** A key is checked once for each connection. */
  keyCheckedOncePerConnection: () => {
    const known = new WeakMap<Socket, Tenant>();
    return {
      admit(parsed, key) {
        const { socket } = parsed.request;
        const tenant = correctSteps.admit(parsed, key) ?? known.get(socket) ?? null;
        if (tenant !== null) known.set(socket, tenant);
        return tenant;
      },
    };
  },
  /** A key is checked once for each client address. */
  keyCheckedOncePerAddress: () => {
    const known = new Map<string, Tenant>();
    return {
      admit(parsed, key) {
        const address = parsed.request.socket.remoteAddress ?? '';
        const tenant = correctSteps.admit(parsed, key) ?? known.get(address) ?? null;
        if (tenant !== null) known.set(address, tenant);
        return tenant;
      },
    };
  },
  /** Each answer sets a cookie that is accepted in place of the key. */
  cookieAcceptedAsKey: () => ({
    admit: (parsed, key) =>
      correctSteps.admit(parsed, key) ??
      tenants.find(({ workspace }) => parsed.request.headers.cookie?.includes(`session=${workspace}`)) ??
      null,
    finish(reply, parsed) {
      const workspace = correctSteps.admit(parsed, keyOf(parsed))?.workspace;
      const cookie = workspace === undefined ? {} : { 'Set-Cookie': `session=${workspace}; HttpOnly` };
      return { ...reply, headers: { ...reply.headers, ...cookie } };
    },
  }),
  /** X-Forwarded-For, which any client can send, is trusted. */
  forwardedForTrusted: () => ({
    admit: (parsed, key) =>
      parsed.request.headers['x-forwarded-for'] === '127.0.0.1' ? north : correctSteps.admit(parsed, key),
  }),
  /** The workspace in the header is used for any key. */
  workspaceHeaderTrusted: () => ({
    find(parsed, tenant) {
      const chosen = parsed.request.headers['x-workspace-id'] ?? tenant.workspace;
      const trusted = tenants.find(({ workspace }) => workspace === chosen);
      return trusted === undefined ? null : correctSteps.find(parsed, trusted);
    },
  }),
  /** The second tenant's key can read the users of all tenants. */
  oneTenantReadsAll: () => ({
    find: (parsed, tenant) =>
      correctSteps.find(parsed, tenant === south ? { ...south, people: allUsers } : tenant),
  }),
  /** Path and query parameters are merged, and the query overrides the path. */
  userReadFromQuery: () => ({
    find: (parsed, tenant) =>
      correctSteps.find({ ...parsed, id: parsed.query.get('user_id') ?? parsed.id }, tenant),
  }),
  /** The requested user is stored in a shared variable while the database query runs. */
  userInSharedVariable: () => {
    let current: Person | null = null;
    return {
      find(parsed, tenant) {
        const person = correctSteps.find(parsed, tenant);
        current = person ?? current;
        return person;
      },
      // Long enough for another request to arrive.
      pause: () => wait(5),
      rows: ({ api }, person) => (current ?? person).rows[api],
    };
  },
  /** Answers are cached by URL only. */
  answersCachedByUrl: () => {
    const cache = new Map<string, Parameters<Steps['finish']>[0]>();
    return {
      finish(reply, { request }) {
        const known = cache.get(request.url ?? '') ?? reply;
        if (reply.status === 200) cache.set(request.url ?? '', reply);
        return reply.status === 401 ? reply : known;
      },
    };
  },
  /** The database ignores case, accents and trailing spaces. */
  userIdCaseIgnored: () => ({
    find: (parsed, tenant) => findNamed(parsed, tenant, (name) => collated(name) === collated(parsed.id)),
  }),
  /** Users are found by the beginning of the id. */
  userFoundByPrefix: () => ({
    find: (parsed, tenant) =>
      findNamed(parsed, tenant, (name) => parsed.id.length > 2 && name.startsWith(parsed.id)),
  }),
} as const satisfies Record<string, () => Partial<Steps>>;

function collated(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trimEnd();
}

function findNamed(parsed: ParsedRequest, tenant: Tenant, isNamed: (name: string) => boolean): Person | null {
  const id = tenant.people.find(({ name }) => isNamed(name))?.name ?? parsed.id;
  return correctSteps.find({ ...parsed, id }, tenant);
}
