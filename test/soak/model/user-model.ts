import type { Vendor } from '../../../spec/vendors.ts';
import {
  certainForm,
  compareConnection,
  type Fault,
  type ShownConnection,
  type TrackedConnection,
} from './connection-model.ts';

/** A user of the model. Only one client changes it. */
export interface UserModel {
  readonly id: string;
  /** True after a deletion or creation without an answer. Its connections are then not compared. */
  isDoubtful: boolean;
  /** Until then, in milliseconds since 1970, the request without an answer can still take effect. */
  settlesAt: number;
  /** Also the deleted ones. */
  readonly connections: Map<string, TrackedConnection>;
}

/** An item of a vendor's list: the value that identifies it, its status, and its time of change if it shows one. */
export interface VendorItem {
  readonly identity: string;
  readonly status: string;
  readonly updatedAt: string | null;
}

/** How each vendor names a provider; null if the vendor does not have it. By the neutral slug. */
export type ProviderSlugs = ReadonlyMap<string, Readonly<Record<Vendor, string | null>>>;

export function newUser(id: string): UserModel {
  return { id, isDoubtful: false, settlesAt: 0, connections: new Map() };
}

/** After a fault, the user is neither used nor compared again. Otherwise one fault would be reported many times. */
export function ignoreUser(user: UserModel): void {
  user.isDoubtful = true;
  user.settlesAt = Number.POSITIVE_INFINITY;
}

/** The connections that exist and that no request without an answer may have changed. */
export function certainConnections({ connections }: UserModel): ShownConnection[] {
  return [...connections.values()].map(certainForm).filter((shown) => shown !== null);
}

/** Compares the list of the sandbox API with the model: every connection, each exactly, and no other. */
export function compareConnections(user: UserModel, found: readonly ShownConnection[]): Fault[] {
  const byId = new Map(found.map((shown) => [shown.id, shown]));
  const faults = [...user.connections.values()].map((tracked) =>
    compareConnection(tracked, byId.get(tracked.id) ?? null),
  );
  const unknown = found.filter(({ id }) => !user.connections.has(id));
  const twice = found.length - byId.size;
  return [
    ...faults.filter((fault) => fault !== null),
    ...unknown.map(({ id }) => wrong(`user ${user.id} has the unknown connection ${id}`)),
    ...(twice === 0 ? [] : [wrong(`user ${user.id} has ${twice} connections twice`)]),
  ];
}

/** Compares a vendor's list with the model: every connection that the vendor lists, with its status, and no other. */
export function compareVendorList(options: {
  readonly user: UserModel;
  readonly vendor: Vendor;
  readonly slugs: ProviderSlugs;
  readonly found: readonly VendorItem[];
}): Fault[] {
  const { user, vendor, slugs, found } = options;
  const identityOf = (id: string, provider: string) =>
    vendor === 'junction' ? (slugs.get(provider)?.junction ?? null) : id;
  const expected = new Map<string | null, ShownConnection>();
  const doubtful = new Set<string | null>();
  for (const tracked of user.connections.values()) {
    const shown = certainForm(tracked);
    if (shown === null)
      for (const provider of providersOf(tracked)) doubtful.add(identityOf(tracked.id, provider));
    else if (shown.listed_as[vendor] !== null) expected.set(identityOf(shown.id, shown.provider), shown);
  }
  const faults: Fault[] = [];
  const list = `the list of ${vendor} of user ${user.id}`;
  for (const { identity, status, updatedAt } of found) {
    const shown = expected.get(identity);
    expected.delete(identity);
    if (shown === undefined) {
      if (!doubtful.has(identity)) faults.push(wrong(`${list} has the unknown item ${identity}`));
    } else if (
      status !== shown.listed_as[vendor] ||
      (updatedAt !== null && Date.parse(updatedAt) !== Date.parse(shown.updated_at))
    ) {
      const kind =
        updatedAt !== null && Date.parse(updatedAt) < Date.parse(shown.updated_at) ? 'lost' : 'wrong';
      faults.push({
        kind,
        text: `${list} shows ${identity} as ${status} of ${updatedAt}, not ${JSON.stringify(shown)}`,
      });
    }
  }
  for (const [identity, { id }] of expected)
    faults.push({ kind: 'lost', text: `${list} does not show ${identity}, connection ${id}` });
  return faults;
}

/** The providers that a connection of several possible forms can have. */
function providersOf({ possible }: TrackedConnection): string[] {
  return possible.flatMap((form) => {
    switch (form.kind) {
      case 'absent':
        return [];
      case 'exact':
        return [form.shown.provider];
      case 'created':
        return [form.provider];
      case 'changed':
        return [form.from.provider];
      default:
        return form satisfies never;
    }
  });
}

function wrong(text: string): Fault {
  return { kind: 'wrong', text };
}
