import type { Operation } from '../../contract/operation.ts';
import type { WireRequest } from '../wire/exchange.ts';
import { type Credential, quoted } from './credential.ts';
import type { Probe } from './probe.ts';
import { subjectOf } from './subject.ts';

/** The defaults for a request, which a probe can override. */
export interface RequestDefaults {
  readonly operation: Operation;
  readonly user: string;
  readonly baseUrl: URL;
  readonly credential: Credential;
  /** The user's headers, sent with each request. */
  readonly headers: Readonly<Record<string, string>>;
}

/** The request for a probe. */
export function probeRequest(probe: Probe, defaults: RequestDefaults): WireRequest {
  const { method } = probe.operation ?? defaults.operation;
  const body = bodyOf(probe);
  const credential = probe.credential ?? defaults.credential;
  return {
    method: probe.method ?? method.toUpperCase(),
    path: pathOf(probe, defaults),
    headers: {
      Accept: 'application/json',
      'Accept-Encoding': 'identity',
      'User-Agent': 'connections-contract-verify',
      ...defaults.headers,
      ...contentType(probe),
      ...probe.headers,
      ...credential.headers,
      ...(body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }),
    },
    ...(body === undefined ? {} : { body }),
  };
}

/** A shell command that sends a probe and shows the complete response, with variables for secrets. */
export function probeCurl(probe: Probe, defaults: RequestDefaults): string {
  const { method } = probe.operation ?? defaults.operation;
  const credential = probe.credential ?? defaults.credential;
  // The query of a credential is in its own curl arguments.
  const { query: _, ...bare } = credential;
  const body = bodyOf(probe);
  const words = [
    'curl -sSig --path-as-is --max-time 10',
    ...(probe.method === 'HEAD' ? ['-I'] : method === 'get' ? [] : [`-X ${method.toUpperCase()}`]),
    ...Object.keys(defaults.headers).map((name) => `-H ${quoted(`${name}: [as given by --header]`)}`),
    ...Object.entries({ ...contentType(probe), ...probe.headers }).map(
      ([name, value]) => `-H ${quoted(`${name}: ${value}`)}`,
    ),
    ...credential.curl,
    ...(body === undefined ? [] : [`--data ${quoted(body)}`]),
    quoted(defaults.baseUrl.origin + pathOf({ ...probe, credential: bare }, defaults)),
  ];
  return words.join(' ');
}

function bodyOf({ body }: Probe): string | undefined {
  return body === undefined ? undefined : JSON.stringify(body);
}

function contentType({ body }: Probe): Readonly<Record<string, string>> {
  return body === undefined ? {} : { 'Content-Type': 'application/json' };
}

/** The path and query of a probe, after the path of the base URL. */
function pathOf(probe: Probe, defaults: RequestDefaults): string {
  const { operation = defaults.operation, query = [], credential } = probe;
  const pairs = [...query, ...(credential?.query ?? [])].map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
  );
  const id = probe.rawUser ?? encodeURIComponent(probe.user ?? defaults.user);
  const template =
    probe.spelling === undefined ? operation.path : spelledPath(operation.path, probe.spelling);
  const path = template.replace(/\{([^}]+)\}/g, (_, name: string) =>
    name === subjectOf(operation)?.name ? id : encodeURIComponent(exampleOf(operation, name)),
  );
  const base = defaults.baseUrl.pathname.replace(/\/+$/, '');
  return base + path + (pairs.length === 0 ? '' : `?${pairs.join('&')}`);
}

/** The value of a path parameter that probes do not set: the example in the contract. No operation has two yet. */
function exampleOf({ parameters }: Operation, name: string): string {
  const [first = name] = parameters.find((parameter) => parameter.name === name)?.examples.values() ?? [];
  return String(first);
}

function spelledPath(template: string, spelling: NonNullable<Probe['spelling']>): string {
  switch (spelling) {
    case 'double-slash':
      return `/${template}`;
    case 'trailing-slash':
      return `${template}/`;
    case 'upper-case':
      return template.replace(/\{[^}]+\}|[a-z]/g, (part) => (part.length === 1 ? part.toUpperCase() : part));
    case 'dot-segment':
      return template.replace(/^\/[^/]*/, '$&/.');
    case 'suffix':
      return `${template}.json`;
    case 'encoded-letter':
      return template.replace(/[a-z](?=[a-z]*\/\{)/, (letter) => `%${Buffer.from(letter).toString('hex')}`);
    default:
      return spelling satisfies never;
  }
}
