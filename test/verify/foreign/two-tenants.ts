import type { Vendor } from '../../../spec/vendors.ts';
import { integrationsOf, type Row, sourcesOf, wearablesOf } from './rows.ts';

/** A user of one tenant, identified by a UUID at two of the APIs and by any text at Mielto. */
export interface Person {
  readonly uuid: string;
  readonly name: string;
  readonly rows: Readonly<Record<Vendor, readonly Row[]>>;
}

/** A customer of the vendors, with one key for each API. */
export interface Tenant {
  readonly workspace: string;
  readonly keys: Readonly<Record<Vendor, string>>;
  readonly people: readonly Person[];
}

/** A user, and how many rows the user has at each API. */
interface Share {
  readonly uuid: string;
  readonly name: string;
  readonly wearables: number;
  readonly sources: number;
  readonly integrations: number;
}

function tenant(workspace: string, keys: Tenant['keys'], shares: readonly Share[]): Tenant {
  const people = shares.map(({ uuid, name, wearables, sources, integrations }) => ({
    uuid,
    name,
    rows: {
      'open-wearables': wearablesOf(uuid, wearables),
      junction: sourcesOf(uuid, sources),
      mielto: integrationsOf({ owner: name, workspace, uuid, count: integrations }),
    },
  }));
  return { workspace, keys, people };
}

const ada = {
  uuid: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
  name: 'ada@example.org',
  wearables: 11,
  sources: 24,
  integrations: 23,
};
const bo = {
  uuid: '1b4e28ba-2fa1-41d2-883f-0016d3cca427',
  name: 'auth0|Bö Ström',
  wearables: 4,
  sources: 3,
  integrations: 140,
};
const cy = {
  uuid: '6fa459ea-ee8a-4ca4-894e-db77e160355e',
  name: 'team/cy+1',
  wearables: 2,
  sources: 1,
  integrations: 1205,
};
const dee = {
  uuid: '16fd2706-8baf-433b-82eb-8c7fada847da',
  name: 'dee',
  wearables: 0,
  sources: 0,
  integrations: 0,
};
const fay = {
  uuid: '9f1c2d3e-4b5a-4978-8897-a6b5c4d3e2f1',
  name: 'Fay',
  wearables: 1,
  sources: 2,
  integrations: 3,
};
const eve = {
  uuid: '886313e1-3b8a-4372-9b90-0c9aee199e5d',
  name: 'eve@example.net',
  wearables: 3,
  sources: 2,
  integrations: 12,
};

/** The tenant that is verified. */
export const north = tenant(
  'wsp-north',
  {
    'open-wearables': 'ow_Nq8vR2mXe71KpLz4',
    junction: 'sk_eu_Hs73kdPq0sVnA2x9',
    mielto: 'mlt-5TgYh8uJkI0oPlMn',
  },
  [ada, bo, cy, dee, fay],
);

/** The other tenant, whose data must not be visible. */
export const south = tenant(
  'wsp-south',
  {
    'open-wearables': 'ow_Zc5bB1nGt96QwEr3',
    junction: 'sk_eu_Jm28fhTb7rCzU4w6',
    mielto: 'mlt-9RfVb3eDcX6zAqWs',
  },
  [eve],
);

/** Keys that are no longer accepted. */
export const revokedKeys = {
  'open-wearables': 'ow_Uy7tT3rFv28MnBv5',
  junction: 'sk_eu_Xk19plOw5eDfG8h3',
  mielto: 'mlt-2WsXc6rFvB9nHyUj',
} as const satisfies Record<Vendor, string>;
