import type { Operation } from '../../contract/operation.ts';
import type { VendorEntry } from '../../spec/vendor-entry.ts';
import { keyHeaderNames } from '../../spec/vendors.ts';

/** A header that carries a credential other than the vendor's key, with a placeholder to replace. */
export interface OtherCredential {
  readonly schemeName: string;
  readonly name: string;
  readonly value: string;
}

/** The credentials of an operation that another operation creates, such as a link token: `x-vital-link-token: LINK_TOKEN`. */
export function otherCredentials(entry: VendorEntry, { security }: Operation): OtherCredential[] {
  const keys = keyHeaderNames(entry).map((header) => header.toLowerCase());
  return security.flatMap((scheme) =>
    scheme === null || scheme.type !== 'apiKey' || keys.includes(scheme.name.toLowerCase())
      ? []
      : [{ schemeName: scheme.schemeName, name: scheme.name, value: placeholderOf(scheme.name) }],
  );
}

/** `x-vital-link-token` as `LINK_TOKEN`: the last two words. */
function placeholderOf(header: string): string {
  return header.split('-').slice(-2).join('_').toUpperCase();
}
