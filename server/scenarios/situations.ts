import {
  type Cause,
  type CauseType,
  type ConnectionState,
  causeTypes,
  integrationTypes,
  type KnownCause,
} from '../model/connection.ts';
import { providerCatalogue } from '../model/provider-catalogue.ts';
import { causeOf, failureState } from '../model/transition.ts';
import { minutesAfterStart, type ScenarioRow } from './scenario-connection.ts';

const changedAt = minutesAfterStart(60);

/** Six wearables and six integrations: one of each in every state. */
export const everyState: readonly ScenarioRow[] = [
  ...inEveryState(['garmin', 'polar', 'oura', 'fitbit', 'whoop', 'strava']),
  ...inEveryState(['slack', 'github', 'notion', 'google_drive', 'gmail', 'jira']),
];

function inEveryState(providers: readonly [string, string, string, string, string, string]): ScenarioRow[] {
  const [active, testing, inactive, expired, revoked, error] = providers;
  return [
    { provider: active, lastSyncedAt: changedAt, updatedAt: changedAt },
    { provider: testing, state: 'testing' },
    { provider: inactive, state: 'inactive', updatedAt: changedAt },
    { provider: expired, ...failed('token_refresh_failed') },
    { provider: revoked, ...failed('deregistered_per_provider') },
    { provider: error, ...failed('unknown') },
  ];
}

const failedProvider: Readonly<Record<KnownCause, string>> = {
  token_refresh_failed: 'garmin',
  webhook_registration_failed: 'fitbit',
  user_not_found: 'oura',
  deregistered_per_provider: 'whoop',
  required_scopes_not_granted: 'strava',
  provider_credential_error: 'polar',
  provider_password_expired: 'ultrahuman',
  unknown: 'withings',
};

/** One wearable for each error type that Junction names, in the order of its page. */
export const everyError: readonly ScenarioRow[] = causeTypes.map((type) => ({
  provider: failedProvider[type],
  ...failed(type),
}));

/** Connected a moment ago: every nullable field is null. */
export const neverSynced: readonly ScenarioRow[] = [
  { provider: 'apple', resources: { steps: { status: 'available', scope_requirements: null } } },
  { provider: 'slack' },
];

/** One integration of each of Mielto's types. */
export const everyIntegrationType: readonly ScenarioRow[] = integrationTypes.map((integrationType) => ({
  provider: providerOfType(integrationType),
  integrationType,
  label: `One of type ${integrationType}`,
  config: { region: 'eu', max_tokens: 1000 },
}));

function providerOfType(type: (typeof integrationTypes)[number]): string {
  const provider = [...providerCatalogue.values()].find(({ integrationType }) => integrationType === type);
  if (provider === undefined)
    throw new Error(`No provider in the catalogue has the integration type ${type}.`);
  return provider.slug;
}

const integrations = [...providerCatalogue.values()].filter(({ kind }) => kind === 'integration');

/** More connections than Mielto's largest page; two share each minute, so the order has ties. */
export const manyConnections: readonly ScenarioRow[] = Array.from({ length: 1200 }, (_, index) => {
  const state = index % 10 === 0 ? 'inactive' : index % 10 === 5 ? 'testing' : 'active';
  return {
    provider: integrations[index % integrations.length]?.slug ?? 'slack',
    label: `Connection ${index + 1}`,
    state,
    createdAt: minutesAfterStart(-Math.floor(index / 2)),
  };
});

/** Text that breaks careless clients: several bytes per letter, two directions, combining marks, full length. */
export const awkwardText: readonly ScenarioRow[] = [
  { provider: 'garmin', externalId: '١٢٣٤٥', externalUsername: 'عدّاءة الصباح', grantedScopes: 'تمرين' },
  { provider: 'oura', externalId: '00001', externalUsername: '🏃🏽‍♀️ Zoë "Ñandú" <b>&amp;</b> \\ \u2028' },
  { provider: 'strava', externalId: 'x'.repeat(255), externalUsername: '🦉'.repeat(255) },
  {
    provider: 'slack',
    label: '👩‍👩‍👧‍👦 équipe e\u0301quipe',
    config: { 'clé d’équipe': '值', nested: [{ ключ: null }] },
  },
  { provider: 'github', label: 'ש'.repeat(255) },
  { provider: 'notion', label: '' },
];

/**
 * Values that the vendors' lists do not contain, although the lists are open. There are two new error types, because
 * some clients confuse the new values of one list with each other.
 */
export const valuesOfTomorrow: readonly ScenarioRow[] = [
  {
    provider: 'aurora_ring',
    integrationType: null,
    externalId: 'aurora-1',
    resources: {
      brain_waves: { status: 'available', scope_requirements: null },
      sleep: { status: 'paused', scope_requirements: null },
    },
  },
  { provider: 'aurora_scale', integrationType: null, ...failed('quota_exceeded') },
  { provider: 'fitbit', ...failed('account_merged') },
  { provider: 'aurora_notes', integrationType: 'connectors' },
];

function failed(type: CauseType): { state: ConnectionState; cause: Cause; updatedAt: string } {
  return { state: failureState(type).state, cause: causeOf(type, changedAt), updatedAt: changedAt };
}
