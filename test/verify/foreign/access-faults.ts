import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { correctHabits, type Habits, keyOf } from './correct-server.ts';
import type { Asked } from './send-reply.ts';
import { north, type Person, south, type Tenant } from './two-tenants.ts';

const tenants = [north, south];
const everybody = tenants.flatMap(({ people }) => people);

/** Mistakes in who is let in, and whose data is shown. */
export const accessFaults = {
  /** Keys stand in a plain object, in which `constructor` is found too. */
  keyFoundInAnyObject: () => ({
    admit(asked, key) {
      const known: object = Object.fromEntries(tenants.map(({ keys }) => [keys[asked.api], true]));
      return key in known ? (correctHabits.admit(asked, key) ?? north) : null;
    },
  }),
  /** The beginning of a key is taken for a name of its kind. */
  keyKnownByItsEnd: () => ({
    admit: ({ api }, key) => tenants.find(({ keys }) => keys[api].slice(-8) === key.slice(-8)) ?? null,
  }),
  /** The key is asked for on the address as it is documented, and the router is more tolerant than that. */
  keyAskedOnExactPath: () => ({
    route(request) {
      const [path = '', query = ''] = (request.url ?? '').split('?');
      const tidy = path.replace(/\/{2,}/g, '/').replace(/\/$/, '');
      const url = `${tidy}?${query}`;
      return correctHabits.route(
        Object.assign(Object.create(request), { url, was: path === tidy ? '' : path }),
      );
    },
    admit: (asked, key) =>
      'was' in asked.request && asked.request.was !== '' ? north : correctHabits.admit(asked, key),
  }),
  /** Who has shown a key on a connection is not asked again on it. */
  keyOncePerConnection: () => {
    const known = new WeakMap<Socket, Tenant>();
    return {
      admit(asked, key) {
        const { socket } = asked.request;
        const tenant = correctHabits.admit(asked, key) ?? known.get(socket) ?? null;
        if (tenant !== null) known.set(socket, tenant);
        return tenant;
      },
    };
  },
  /** Who has shown a key from an address is not asked again from there. */
  keyOncePerAddress: () => {
    const known = new Map<string, Tenant>();
    return {
      admit(asked, key) {
        const address = asked.request.socket.remoteAddress ?? '';
        const tenant = correctHabits.admit(asked, key) ?? known.get(address) ?? null;
        if (tenant !== null) known.set(address, tenant);
        return tenant;
      },
    };
  },
  /** Each answer sets a cookie, which is as good as the key. */
  cookieInPlaceOfKey: () => ({
    admit: (asked, key) =>
      correctHabits.admit(asked, key) ??
      tenants.find(({ workspace }) => asked.request.headers.cookie?.includes(`session=${workspace}`)) ??
      null,
    finish(reply, asked) {
      const workspace = correctHabits.admit(asked, keyOf(asked))?.workspace;
      const cookie = workspace === undefined ? {} : { 'Set-Cookie': `session=${workspace}; HttpOnly` };
      return { ...reply, headers: { ...reply.headers, ...cookie } };
    },
  }),
  /** A header that any client can write says that the request comes from within. */
  forwardedFromWithin: () => ({
    admit: (asked, key) =>
      asked.request.headers['x-forwarded-for'] === '127.0.0.1' ? north : correctHabits.admit(asked, key),
  }),
  /** The workspace in the header is believed, whoever asks. */
  workspaceAsTheHeaderSays: () => ({
    find(asked, tenant) {
      const chosen = asked.request.headers['x-workspace-id'] ?? tenant.workspace;
      const believed = tenants.find(({ workspace }) => workspace === chosen);
      return believed === undefined ? null : correctHabits.find(asked, believed);
    },
  }),
  /** A key of the second tenant is that of an operator: it sees everybody. */
  oneTenantSeesAll: () => ({
    find: (asked, tenant) =>
      correctHabits.find(asked, tenant === south ? { ...south, people: everybody } : tenant),
  }),
  /** The parameters of path and query are put into one object, the query last. */
  queryNamesTheUser: () => ({
    find: (asked, tenant) =>
      correctHabits.find({ ...asked, id: asked.query.get('user_id') ?? asked.id }, tenant),
  }),
  /** Who is asked for is kept beside the requests, while the database is waited for. */
  userInASharedVariable: () => {
    let current: Person | null = null;
    return {
      find(asked, tenant) {
        const person = correctHabits.find(asked, tenant);
        current = person ?? current;
        return person;
      },
      // So long that another request comes meanwhile.
      pause: () => wait(5),
      rows: ({ api }, person) => (current ?? person).rows[api],
    };
  },
  /** Answers are kept by their address, for whoever asks next. */
  answersKeptByAddress: () => {
    const kept = new Map<string, Parameters<Habits['finish']>[0]>();
    return {
      finish(reply, { request }) {
        const known = kept.get(request.url ?? '') ?? reply;
        if (reply.status === 200) kept.set(request.url ?? '', reply);
        return reply.status === 401 ? reply : known;
      },
    };
  },
  /** The database compares text without regard to case, accents and blanks at its end. */
  userInAnyCase: () => ({
    find: (asked, tenant) => findNamed(asked, tenant, (name) => collated(name) === collated(asked.id)),
  }),
  /** The user is looked for by the beginning of the id. */
  userByPrefix: () => ({
    find: (asked, tenant) =>
      findNamed(asked, tenant, (name) => asked.id.length > 2 && name.startsWith(asked.id)),
  }),
} as const satisfies Record<string, () => Partial<Habits>>;

function collated(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trimEnd();
}

function findNamed(asked: Asked, tenant: Tenant, isNamed: (name: string) => boolean): Person | null {
  const id = tenant.people.find(({ name }) => isNamed(name))?.name ?? asked.id;
  return correctHabits.find({ ...asked, id }, tenant);
}
