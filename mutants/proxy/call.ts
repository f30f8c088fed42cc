import type { Operation } from '../../contract/operation.ts';
import { keyHeader, keyHeaderNames, type Vendor, vendorEntry } from '../../spec/vendors.ts';

/** A header as it is sent. */
export type Header = readonly [name: string, value: string];

/** A request for an operation of a vendor. */
export interface Call {
  readonly vendor: Vendor;
  readonly operation: Operation;
  /** The values of the path parameters by name, still encoded. */
  readonly pathParameters: Readonly<Record<string, string>>;
  /** Begins with the question mark; empty if there is none. */
  readonly search: string;
  readonly headers: readonly Header[];
  /** Null if the request has none. */
  readonly body: Buffer | null;
  /** Another form of the request, which is also sent to the upstream server. */
  readonly form?: CallForm;
}

/** A form of a request that no contract describes: HEAD instead of GET, or a slash after the path. */
export type CallForm = 'head' | 'trailing-slash';

/** Path and query, as in the first line of the request. */
export function targetOf({ operation, pathParameters, search, form }: Call): string {
  const path = operation.path.replace(/\{([^}]+)\}/g, (given, name: string) => pathParameters[name] ?? given);
  return `${path}${form === 'trailing-slash' ? '/' : ''}${search}`;
}

/** The id of the user, or of what else the operation reads, still encoded; empty if the path has none. */
export function userIdOf({ operation, pathParameters }: Call): string {
  return pathParameters[subjectParameterOf(operation)] ?? '';
}

/** The same request with another id in its path; unchanged if the path has none. */
export function withUserId(call: Call, userId: string): Call {
  const name = subjectParameterOf(call.operation);
  return name === '' ? call : { ...call, pathParameters: { ...call.pathParameters, [name]: userId } };
}

/** The name of the last path parameter, which names what the operation reads; empty if there is none. */
export function subjectParameterOf({ parameters }: Operation): string {
  return parameters.findLast(({ in: location }) => location === 'path')?.name ?? '';
}

/** The value of a query parameter. If it is repeated, the last value, as the contracts say. */
export function parameterOf(call: Call, name: string): string | undefined {
  return new URLSearchParams(call.search).getAll(name).at(-1);
}

/** The same request with one value of a query parameter; null removes the parameter. */
export function withParameter(call: Call, name: string, value: string | number | null): Call {
  if (value === null && !new URLSearchParams(call.search).has(name)) return call;
  const others = call.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !new URLSearchParams(pair).has(name));
  const pairs = value === null ? others : [...others, `${name}=${encodeURIComponent(value)}`];
  return { ...call, search: pairs.length === 0 ? '' : `?${pairs.join('&')}` };
}

/** Every value of a header, in the order in which they were sent. */
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

/** The names of the headers that can carry a vendor's key. */
export function keyHeadersOf(vendor: Vendor): readonly string[] {
  return keyHeaderNames(vendorEntry(vendor));
}

/** The values of the key header that counts, which is the first that the request has; empty if it has none. */
export function keyHeaderValues({ vendor, headers }: Call): readonly string[] {
  return (
    keyHeadersOf(vendor)
      .map((name) => headerValues(headers, name))
      .find((values) => values.length > 0) ?? []
  );
}

/** The key of a request, if it has the form that the contract documents; null otherwise. */
export function presentedKey(call: Call): string | null {
  const [value = '', ...more] = keyHeaderValues(call);
  const [, scheme] = keyHeader(vendorEntry(call.vendor), '');
  if (more.length > 0 || !value.toLowerCase().startsWith(scheme.toLowerCase())) return null;
  const key = value.slice(scheme.length).trim();
  return key === '' ? null : key;
}

/** The same request with this key, which replaces any other, in each header that the contract or an edition accepts. */
export function withKey(call: Call, key: string): Call {
  const [, value] = keyHeader(vendorEntry(call.vendor), key);
  const names = keyHeadersOf(call.vendor);
  const bare = names.reduce(withoutRequestHeader, call);
  return { ...bare, headers: [...bare.headers, ...names.map((name) => [name, value] as const)] };
}
