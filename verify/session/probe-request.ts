import type { Operation } from '../../contract/operation.ts';
import type { WireRequest } from '../wire/exchange.ts';
import { type Credential, quoted } from './credential.ts';
import type { Probe } from './probe.ts';

/** What a request has if its probe says nothing else. */
export interface StandardRequest {
  readonly operation: Operation;
  readonly user: string;
  readonly baseUrl: URL;
  readonly credential: Credential;
  /** Headers of the user's own, sent with each request. */
  readonly headers: Readonly<Record<string, string>>;
}

/** The request that a probe stands for. */
export function probeRequest(probe: Probe, standard: StandardRequest): WireRequest {
  const { method } = probe.operation ?? standard.operation;
  const body = bodyOf(probe);
  const credential = probe.credential ?? standard.credential;
  return {
    method: method.toUpperCase(),
    path: pathOf(probe, standard),
    headers: {
      Accept: 'application/json',
      'Accept-Encoding': 'identity',
      'User-Agent': 'connections-contract-verify',
      ...standard.headers,
      ...contentType(probe),
      ...probe.headers,
      ...credential.headers,
      ...(body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }),
    },
    ...(body === undefined ? {} : { body }),
  };
}

/** A command for a shell that sends a probe and shows the whole answer; variables stand for what is secret. */
export function probeCurl(probe: Probe, standard: StandardRequest): string {
  const { method } = probe.operation ?? standard.operation;
  const credential = probe.credential ?? standard.credential;
  // What a credential puts into the query is among its own arguments.
  const { query: _, ...bare } = credential;
  const body = bodyOf(probe);
  const words = [
    'curl -sSig --path-as-is --max-time 10',
    ...(method === 'get' ? [] : [`-X ${method.toUpperCase()}`]),
    ...Object.keys(standard.headers).map((name) => `-H ${quoted(`${name}: [as given by --header]`)}`),
    ...Object.entries({ ...contentType(probe), ...probe.headers }).map(
      ([name, value]) => `-H ${quoted(`${name}: ${value}`)}`,
    ),
    ...credential.curl,
    ...(body === undefined ? [] : [`--data ${quoted(body)}`]),
    quoted(standard.baseUrl.origin + pathOf({ ...probe, credential: bare }, standard)),
  ];
  return words.join(' ');
}

function bodyOf({ body }: Probe): string | undefined {
  return body === undefined ? undefined : JSON.stringify(body);
}

function contentType({ body }: Probe): Readonly<Record<string, string>> {
  return body === undefined ? {} : { 'Content-Type': 'application/json' };
}

/** Path and query of a probe, behind the path of the base URL. */
function pathOf(probe: Probe, standard: StandardRequest): string {
  const { operation = standard.operation, query = [], credential } = probe;
  const pairs = [...query, ...(credential?.query ?? [])].map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
  );
  const id = probe.rawUser ?? encodeURIComponent(probe.user ?? standard.user);
  const template = probe.spelling === undefined ? operation.path : respelt(operation.path, probe.spelling);
  const path = template.replace(/\{([^}]+)\}/g, (_, name: string) =>
    name === 'user_id' ? id : encodeURIComponent(exampleOf(operation, name)),
  );
  const base = standard.baseUrl.pathname.replace(/\/+$/, '');
  return base + path + (pairs.length === 0 ? '' : `?${pairs.join('&')}`);
}

/** The value of a path parameter that no probe chooses. */
function exampleOf({ parameters }: Operation, name: string): string {
  return String(parameters.find((parameter) => parameter.name === name)?.example ?? name);
}

function respelt(template: string, spelling: NonNullable<Probe['spelling']>): string {
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
