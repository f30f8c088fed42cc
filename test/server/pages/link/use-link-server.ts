import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from 'vitest';
import { createApp } from '../../../../server/create-app.ts';
import { consentUrl } from '../../../../server/link/consent-url.ts';
import type { Limits } from '../../../../server/model/limits.ts';
import { defaultWorkspaces } from '../../../../server/scenarios/default-workspaces.ts';
import type { NewLinkSession } from '../../../../server/store/links.ts';
import { openStore, type Store } from '../../../../server/store/open-store.ts';
import { ask, type RawAnswer } from '../../../support/raw-http.ts';
import { captureLog, serve } from '../../../support/serve.ts';

export const sandbox: string = defaultWorkspaces[0].id;
export const minute = 60_000;

/** A link that has begun. */
interface BegunLink {
  readonly userId: string;
  readonly token: string;
}

/** A server whose links begin in its store, and whose clock a test can move. */
export function useLinkServer({ limits = {} }: { readonly limits?: Partial<Limits> } = {}) {
  let store: Store;
  let served: Awaited<ReturnType<typeof serve>>;
  let time = Date.parse('2026-03-01T10:00:00.000Z');
  const captured = captureLog();
  const now = () => new Date(time).toISOString();

  beforeAll(async () => {
    store = await openStore({ data: ':memory:', now, limits });
    served = await serve(
      createApp({
        store,
        log: captured.log,
        now,
        newId: randomUUID,
        allowedHosts: [],
        docsFolder: new URL('file:///nothing/'),
      }),
    );
  });
  afterAll(async () => {
    await served.close();
    await store.close();
  });

  async function begin(of: Partial<NewLinkSession> & Pick<NewLinkSession, 'kind'>): Promise<BegunLink> {
    const userId = of.userId ?? randomUUID();
    if (of.userId === undefined) await store.users.create(sandbox, { id: userId, createdAt: now() });
    const created = await store.links.create(sandbox, {
      vendor: 'junction',
      provider: null,
      redirectUrl: 'https://app.example/done?from=link',
      settings: {},
      createdAt: now(),
      expiresAt: new Date(time + 15 * minute).toISOString(),
      ...of,
      userId,
    });
    if (created?.kind !== 'created') throw new Error('The link was not created.');
    return { userId, token: created.token };
  }

  return {
    url: () => served.url,
    store: () => store,
    logText: captured.text,
    advance: (milliseconds: number) => {
      time += milliseconds;
    },
    /** Makes a link token. */
    beginWidget: (of: Partial<NewLinkSession> = {}) => begin({ ...of, kind: 'widget' }),
    /** Makes a state, and the path of its consent page with these parameters. */
    async beginConsent(of: Partial<NewLinkSession> = {}, parameters: Readonly<Record<string, string>> = {}) {
      const provider = of.provider ?? 'oura';
      const begun = await begin({ ...of, provider, kind: 'consent' });
      const callback = new URL(callbacks[of.vendor ?? 'junction'](provider), served.url).href;
      const url = new URL(consentUrl({ origin: served.url, provider, callback, state: begun.token }));
      for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
      return { ...begun, url: url.href, path: url.pathname + url.search };
    },
    get: (path: string, headers = {}) => ask(served.url, { path: pathOf(path), headers }),
    /** Opens a page, and sends its form with the cookie that the page sets. */
    async submit(
      path: string,
      fields: Readonly<Record<string, string>> | string,
      headers = {},
    ): Promise<RawAnswer> {
      const page = await ask(served.url, { path: pathOf(path) });
      const [cookie = ''] = String(page.headers['set-cookie'] ?? '').split(';');
      return ask(served.url, {
        method: 'POST',
        path: pathOf(path),
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', cookie, ...headers },
        body: typeof fields === 'string' ? fields : new URLSearchParams(fields).toString(),
      });
    },
    connectionsOf: async (userId: string) =>
      (await store.connections.ofUsers(sandbox, [userId], 'junction')).get(userId) ?? [],
  };
}

/** The vendors' callbacks, as their APIs write them. */
const callbacks = {
  junction: () => '/link/callback',
  'open-wearables': (provider: string) => `/api/v1/oauth/${provider}/callback`,
  mielto: () => '/api/v1/oauth/callback',
};

/** The path of a URL, with its query. */
export function pathOf(url: string): string {
  return url.startsWith('/') ? url : url.replace(/^https?:\/\/[^/]+/, '');
}

/** Where an answer sends the browser. */
export function locationOf({ headers }: RawAnswer): string {
  return String(headers.location);
}

/** The query of the URL to which an answer sends the browser. */
export function resultOf(answer: RawAnswer): Record<string, string> {
  return Object.fromEntries(new URL(locationOf(answer)).searchParams);
}
