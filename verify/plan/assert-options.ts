import { editionsOf, type Vendor } from '../../spec/vendors.ts';
import type { ApiTarget } from '../session/api-target.ts';
import { keyVariable } from '../session/credential.ts';

/** Throws if the options would verify nothing, or if they have a wrong type. */
export function assertOptions({
  apis,
  operations,
  rateLimit = 1,
  maxRequests = 1,
}: {
  readonly apis: readonly ApiTarget[];
  readonly operations?: readonly string[] | 'all';
  readonly rateLimit?: number;
  readonly maxRequests?: number;
}): void {
  if (apis.length === 0) throw new RangeError('apis is empty: nothing would be verified. Name an API in it.');
  if (operations?.length === 0)
    throw new RangeError('operations is empty: nothing would be verified. Name one, or leave it out.');
  for (const { vendor, edition, key, users } of apis) {
    if (edition !== undefined && !editionsOf(vendor).includes(edition))
      throw new RangeError(unknownEdition(vendor, edition));
    // Callers in JavaScript, or with a type assertion on a variable that is not set, can leave these out.
    if (typeof key !== 'string')
      throw new TypeError(`The key of ${vendor} is missing. Set it, such as from ${keyVariable(vendor)}.`);
    if (!Array.isArray(users) || users.some((user) => typeof user?.id !== 'string'))
      throw new TypeError(
        `The users of ${vendor} are not a list of users. Use a list such as [{ id: '…' }].`,
      );
  }
  const vendors = apis.map(({ vendor }) => vendor);
  const twice = vendors.find((vendor, index) => vendors.indexOf(vendor) !== index);
  if (twice !== undefined) {
    throw new RangeError(`apis contains ${twice} twice: a run verifies each API once. Use one run for each.`);
  }
  if (!(rateLimit > 0))
    throw new RangeError(`rateLimit is ${rateLimit}: no request would be sent. Raise it.`);
  if (!(maxRequests > 0))
    throw new RangeError(`maxRequests is ${maxRequests}: no request would be sent. Raise it.`);
}

function unknownEdition(vendor: Vendor, edition: string): string {
  const known = editionsOf(vendor);
  const advice = known.length === 0 ? 'Leave it out.' : `Use ${known.join(' or ')}, or leave it out.`;
  return `${vendor} has no edition ${edition}. ${advice}`;
}
