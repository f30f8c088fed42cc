import type { PlannedOperation } from '../plan/plan-operations.ts';
import type { ApiTarget } from '../session/api-target.ts';
import { createConfidentiality } from '../session/confidentiality.ts';
import { givenBody, listingOf } from '../session/listing.ts';
import type { Probe } from '../session/probe.ts';
import { namesSecret } from '../session/secret-shapes.ts';
import { Session, type SessionOptions } from '../session/session.ts';
import { unknownUserOf } from '../session/unknown-user.ts';
import { vendorRulesOf } from '../vendors/vendor-rules-of.ts';
import { ask } from '../wire/ask.ts';
import type { Exchange } from '../wire/exchange.ts';
import { measureBody } from '../wire/measure-body.ts';
import type { Observations } from './observations.ts';

/** What all sessions of a run have in common. */
export interface OpenSessionOptions
  extends Pick<
    SessionOptions,
    'baseUrl' | 'headers' | 'remote' | 'seed' | 'retries' | 'now' | 'pacer' | 'signal'
  > {
  readonly apis: readonly ApiTarget[];
  readonly timeoutMilliseconds: number;
  readonly showValues: boolean;
  /** Is called with the number of items in each answer. */
  readonly onItems: (count: number) => void;
}

/** A session with the target about one operation; each exchange is noted. */
export function openSession(
  { target, contract, operation, rules }: PlannedOperation,
  observations: Observations,
  options: OpenSessionOptions,
): Session {
  const { apis, timeoutMilliseconds, showValues, onItems, ...common } = options;
  const { baseUrl: origin, pacer, signal } = common;
  const { vendor } = target;
  const session: Session = new Session({
    ...common,
    contract,
    operation,
    rules,
    target,
    otherApiKey: target.otherApiKey ?? apis.find((other) => other.vendor !== vendor)?.key,
    unknownUser: target.unknownUser ?? unknownUserOf(common.seed),
    confidentiality: createConfidentiality({
      secrets: secretsOf(apis, common.headers),
      personal: vendorRulesOf[vendor].personal,
      showValues,
    }),
    send: (request, agent) =>
      ask({ origin, request, timeoutMilliseconds, signal, ...(agent === undefined ? {} : { agent }) }),
    measure: async (request) => {
      await pacer.turn(signal);
      return measureBody({ origin, request, timeoutMilliseconds, signal });
    },
    observed: (checkId) => observations.of(checkId),
    onExchange: (exchange, probe) => {
      onItems(itemsIn(session, exchange, probe));
      observations.note(exchange, probe, session);
    },
  });
  return session;
}

/** How many items an answer has; one if it is not a list and gives what was asked for. */
function itemsIn(session: Session, exchange: Exchange, probe: Probe): number {
  if (session.options.rules !== null) return listingOf(session, exchange, probe)?.items.length ?? 0;
  return givenBody(session, exchange, probe) === undefined ? 0 : 1;
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

/** A value, and each part of it, as in a cookie; short parts are words and numbers that are in any text. */
function secretsOfHeader(name: string, value: string): string[] {
  return [value, ...value.split(/[;,\s=]+/)].filter(({ length }) => namesSecret(name) || length >= 8);
}
