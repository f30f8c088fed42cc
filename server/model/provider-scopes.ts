// What a person can grant at a provider, and what data that gives.
import type { ResourceAvailability } from './connection.ts';
import { providerCatalogue } from './provider-catalogue.ts';

/** The scopes of a provider. Without the required ones nothing can be connected. */
export interface ProviderScopes {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

interface ResourceNeed {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

/** The scopes that a resource needs, in the words of a provider that has no words of its own here. */
const wearableScopes: ProviderScopes = { required: ['activity'], optional: ['sleep', 'heartrate', 'body'] };

const ownScopes: Readonly<Record<string, ProviderScopes>> = {
  strava: { required: ['activity:read_all'], optional: ['profile:read_all'] },
};

const wearableResources: Readonly<Record<string, ResourceNeed>> = {
  activity: { required: ['activity'], optional: ['heartrate'] },
  workouts: { required: ['activity'], optional: ['heartrate'] },
  sleep: { required: ['sleep'], optional: ['heartrate'] },
  heartrate: { required: ['heartrate'], optional: [] },
  body: { required: ['body'], optional: [] },
};

const ownResources: Readonly<Record<string, Readonly<Record<string, ResourceNeed>>>> = {
  strava: {
    workouts: { required: ['activity:read_all'], optional: ['profile:read_all'] },
    profile: { required: ['profile:read_all'], optional: [] },
  },
};

/** What a person is asked to grant at a provider, by its neutral slug. An integration has one scope, an SDK none. */
export function scopesOf(provider: string): ProviderScopes {
  const kind = providerCatalogue.get(provider)?.kind;
  if (kind === 'integration') return { required: ['read'], optional: ['write'] };
  if (kind === 'wearable_sdk') return { required: [], optional: [] };
  return Object.hasOwn(ownScopes, provider) ? (ownScopes[provider] ?? wearableScopes) : wearableScopes;
}

/** All scopes of a provider, the required ones first. */
export function allScopes(provider: string): string[] {
  const { required, optional } = scopesOf(provider);
  return [...required, ...optional];
}

/** The resources that the granted scopes give. A resource is available if each scope that it requires was granted. */
export function resourcesOf(
  provider: string,
  granted: readonly string[],
): Record<string, ResourceAvailability> {
  const kind = providerCatalogue.get(provider)?.kind;
  if (kind === 'integration') return {};
  const needs =
    (Object.hasOwn(ownResources, provider) ? ownResources[provider] : undefined) ?? wearableResources;
  const has = (scope: string) => kind === 'wearable_sdk' || granted.includes(scope);
  const parted = (scopes: readonly string[], isGranted: boolean) =>
    scopes.filter((scope) => has(scope) === isGranted);
  const resources = Object.entries(needs).map(([resource, { required, optional }]) => [
    resource,
    {
      status: required.every(has) ? 'available' : 'unavailable',
      scope_requirements:
        kind === 'wearable_sdk'
          ? null
          : {
              user_granted: { required: parted(required, true), optional: parted(optional, true) },
              user_denied: { required: parted(required, false), optional: parted(optional, false) },
            },
    },
  ]);
  return Object.fromEntries(resources);
}
