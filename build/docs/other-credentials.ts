import type { Operation } from '../../contract/operation.ts';
import type { VendorEntry } from '../../spec/vendor-entry.ts';
import { keyHeaderNames } from '../../spec/vendors.ts';

/** A header that carries a credential other than the vendor's key. */
export interface OtherCredential {
  readonly schemeName: string;
  readonly name: string;
  /** The credential itself. */
  readonly secret: string;
  readonly value: string;
}

/**
 * The credentials of an operation that does not take the vendor's key: a link token, as a placeholder to replace, such as
 * `x-vital-link-token: LINK_TOKEN`, or the token of a developer in the default workspace.
 */
export function otherCredentials(entry: VendorEntry, { security }: Operation): OtherCredential[] {
  const keys = keyHeaderNames(entry).map((header) => header.toLowerCase());
  const { developerToken } = entry;
  const others = security.flatMap((scheme): OtherCredential[] => {
    if (scheme === null) return [];
    const { schemeName } = scheme;
    if (scheme.type === 'http') {
      if (developerToken === null) return [];
      const secret = developerToken.samples.first;
      return [{ schemeName, name: 'Authorization', secret, value: `Bearer ${secret}` }];
    }
    if (keys.includes(scheme.name.toLowerCase())) return [];
    const secret = placeholderOf(scheme.name);
    return [{ schemeName, name: scheme.name, secret, value: secret }];
  });
  return others.length === security.length ? others : [];
}

/** `x-vital-link-token` as `LINK_TOKEN`: the last two words. */
function placeholderOf(header: string): string {
  return header.split('-').slice(-2).join('_').toUpperCase();
}
