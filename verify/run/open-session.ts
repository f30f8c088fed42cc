import type { PlannedOperation } from '../plan/plan-operations.ts';
import type { ApiTarget } from '../session/api-target.ts';
import { listingOf, successBody } from '../session/listing.ts';
import type { Probe } from '../session/probe.ts';
import { createRedactor } from '../session/redactor.ts';
import { namesSecret } from '../session/secret-shapes.ts';
import { Session, type SessionOptions } from '../session/session.ts';
import { unknownUserOf } from '../session/unknown-user.ts';
import { vendorRulesOf } from '../vendors/vendor-rules-of.ts';
import { ask } from '../wire/ask.ts';
import type { Exchange } from '../wire/exchange.ts';
import { measureBody } from '../wire/measure-body.ts';
import { proxyHeaders } from '../wire/proxy-for.ts';
import type { ObservedResults } from './observed-results.ts';

/** Options that all sessions of a run share. */
export interface OpenSessionOptions
  extends Pick<
    SessionOptions,
    'baseUrl' | 'proxy' | 'headers' | 'remote' | 'seed' | 'retries' | 'now' | 'rateLimiter' | 'signal'
  > {
  readonly apis: readonly ApiTarget[];
  readonly timeoutMilliseconds: number;
  readonly showValues: boolean;
  /** More values that must not be shown. */
  readonly secrets?: readonly string[];
  /** Called with the number of items in each response. */
  readonly onItems: (count: number) => void;
}

/** Opens a session with the target for one operation. Each exchange is passed to the observing checks. */
export function openSession(
  { target, contract, operation, rules }: PlannedOperation,
  observedResults: ObservedResults,
  options: OpenSessionOptions,
): Session {
  const { apis, timeoutMilliseconds, showValues, secrets = [], onItems, ...common } = options;
  const { baseUrl: origin, proxy = null, rateLimiter, signal } = common;
  const { vendor } = target;
  const session: Session = new Session({
    ...common,
    contract,
    operation,
    rules,
    target,
    otherApiKey: target.otherApiKey ?? apis.find((other) => other.vendor !== vendor)?.key,
    unknownUser: target.unknownUser ?? unknownUserOf(common.seed),
    redactor: createRedactor({
      secrets: [...secretsOf(apis, common.headers), ...secrets, ...passwordOf(proxy)],
      personal: vendorRulesOf[vendor].personal,
      showValues,
    }),
    send: (request, agent) =>
      ask({ origin, proxy, request, timeoutMilliseconds, signal, ...(agent === undefined ? {} : { agent }) }),
    measure: async (request) => {
      await rateLimiter.acquire(signal);
      return measureBody({ origin, proxy, request, timeoutMilliseconds, signal });
    },
    observed: (checkId) => observedResults.of(checkId),
    onExchange: (exchange, probe) => {
      onItems(itemsIn(session, exchange, probe));
      observedResults.record(exchange, probe, session);
    },
  });
  return session;
}

/** The number of items in a response: one for a successful response that is not a list. */
function itemsIn(session: Session, exchange: Exchange, probe: Probe): number {
  if (session.options.rules !== null) return listingOf(session, exchange, probe)?.items.length ?? 0;
  return successBody(session, exchange, probe) === undefined ? 0 : 1;
}

/** Everything that must not be shown: keys, and the values of the user's headers. */
function secretsOf(apis: readonly ApiTarget[], headers: Readonly<Record<string, string>>): string[] {
  return [
    ...apis.flatMap(({ key, secondKey = '', revokedKey = '', otherApiKey = '' }) => [
      key,
      secondKey,
      revokedKey,
      otherApiKey,
    ]),
    ...Object.entries(headers).flatMap(([name, value]) => secretsOfHeader(name, value)),
  ];
}

/** The password of the proxy, plain and as in its header. */
function passwordOf(proxy: URL | null): string[] {
  if (proxy === null || proxy.password === '') return [];
  const [line = ''] = Object.values(proxyHeaders(proxy));
  return [decodeURIComponent(proxy.password), line.replace('Basic ', '')];
}

/** A header value and its parts, as in a cookie. Short parts are left out, because they occur in any text. */
function secretsOfHeader(name: string, value: string): string[] {
  return [value, ...value.split(/[;,\s=]+/)].filter(({ length }) => namesSecret(name) || length >= 8);
}
