import { type Vendor, vendors } from '../../../spec/vendors.ts';
import type { Outcome } from '../../../verify/results/outcome.ts';
import type { VerifyOptions } from '../../../verify/run/verify-options.ts';
import type { ApiTarget } from '../../../verify/session/api-target.ts';
import { verify } from '../../../verify/verify.ts';
import { north, type Person, revokedKeys, south } from './two-tenants.ts';

/** The complete target of one API of the two tenants. */
export function foreignTarget(vendor: Vendor): ApiTarget {
  const idOf = ({ uuid, name }: Person) => (vendor === 'mielto' ? name : uuid);
  const known = north.people.filter(({ rows }) => rows[vendor].length > 0);
  const empty = north.people.find(({ rows }) => rows[vendor].length === 0);
  const [second] = south.people;
  const exclusive = known.find(({ name }) => south.people.every((other) => other.name !== name));
  return {
    vendor,
    key: north.keys[vendor],
    users: known.map((person) => ({ id: idOf(person), expect: { count: person.rows[vendor].length } })),
    revokedKey: revokedKeys[vendor],
    secondKey: south.keys[vendor],
    ...(empty === undefined ? {} : { emptyUser: idOf(empty) }),
    ...(second === undefined ? {} : { secondUser: idOf(second) }),
    ...(exclusive === undefined ? {} : { exclusiveUser: idOf(exclusive) }),
    ...(vendor === 'mielto' ? { workspace: north.workspace, secondWorkspace: south.workspace } : {}),
  };
}

/** The outcome of each check for a server of the two tenants. */
export async function verifyForeign(
  baseUrl: string,
  options: Partial<VerifyOptions> & { readonly only?: readonly Vendor[] } = {},
): Promise<Outcome[]> {
  const { only = vendors.map(({ vendor }) => vendor), ...rest } = options;
  const outcomes: Outcome[] = [];
  for await (const outcome of verify({ baseUrl, apis: only.map(foreignTarget), ...rest }))
    outcomes.push(outcome);
  return outcomes;
}
