import { listOperationOf } from '../../contract/contract.ts';
import { keyHeader, type Vendor, vendorEntry, vendorNames } from '../../spec/vendors.ts';

/** A header as it stands on the wire. */
export type Header = readonly [name: string, value: string];

/** A request for a vendor's list. */
export interface Call {
  readonly vendor: Vendor;
  /** As it stands in the path, still encoded. */
  readonly userId: string;
  /** From the question mark on, which is part of it; empty where there is none. */
  readonly search: string;
  readonly headers: readonly Header[];
}

/** Reads a request for a list from what stands in its first line; null where it asks for anything else. */
export function readCall(method: string, target: string, headers: readonly Header[]): Call | null {
  if (method !== 'GET' || hasBody(headers)) return null;
  const [path = ''] = target.split('?', 1);
  for (const vendor of vendorNames) {
    const { path: template } = listOperationOf(vendor);
    const [before = '', after = ''] = template.split('{user_id}');
    const userId = path.slice(before.length, path.length - after.length);
    if (`${before}${userId}${after}` === path && userId !== '' && !userId.includes('/')) {
      return { vendor, userId, search: target.slice(path.length), headers };
    }
  }
  return null;
}

/** Tells whether a body comes after these headers. */
export function hasBody(headers: readonly Header[]): boolean {
  return ['content-length', 'transfer-encoding'].some((name) =>
    headerValues(headers, name).some((value) => value !== '0'),
  );
}

/** What stands in the first line of the request. */
export function targetOf({ vendor, userId, search }: Call): string {
  return `${listOperationOf(vendor).path.replace('{user_id}', () => userId)}${search}`;
}

/** The value of a query parameter; of a repeated one the last, as the contracts say. */
export function parameterOf(call: Call, name: string): string | undefined {
  return new URLSearchParams(call.search).getAll(name).at(-1);
}

/** The same request with one query parameter given once, or with null left out. */
export function withParameter(call: Call, name: string, value: string | number | null): Call {
  if (value === null && !new URLSearchParams(call.search).has(name)) return call;
  const others = call.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !new URLSearchParams(pair).has(name));
  const pairs = value === null ? others : [...others, `${name}=${encodeURIComponent(value)}`];
  return { ...call, search: pairs.length === 0 ? '' : `?${pairs.join('&')}` };
}

/** Every value of a header, in the order of the wire. */
export function headerValues(headers: readonly Header[], name: string): readonly string[] {
  return headers.filter(([given]) => given.toLowerCase() === name.toLowerCase()).map(([, value]) => value);
}

/** The same request without a header. */
export function withoutRequestHeader(call: Call, name: string): Call {
  return {
    ...call,
    headers: call.headers.filter(([given]) => given.toLowerCase() !== name.toLowerCase()),
  };
}

/** The name of the header that carries a vendor's key. */
export function keyHeaderName(vendor: Vendor): string {
  return vendorEntry(vendor).key.header;
}

/** The key that a request presents as the contract wants it; null where there is none. */
export function presentedKey(call: Call): string | null {
  const [value = '', ...more] = headerValues(call.headers, keyHeaderName(call.vendor));
  const [, scheme] = keyHeader(vendorEntry(call.vendor), '');
  if (more.length > 0 || !value.toLowerCase().startsWith(scheme.toLowerCase())) return null;
  const key = value.slice(scheme.length).trim();
  return key === '' ? null : key;
}

/** The same request with this key in place of whatever it presented. */
export function withKey(call: Call, key: string): Call {
  const [name, value] = keyHeader(vendorEntry(call.vendor), key);
  const bare = withoutRequestHeader(call, name);
  return { ...bare, headers: [...bare.headers, [name, value]] };
}
