import { describe, expect, test } from 'vitest';
import { editionContracts, readContract } from '../../../contract/contract.ts';
import { isUri } from '../../../contract/formats.ts';
import { integrationTypes } from '../../../server/model/connection.ts';
import { providerCatalogue, providersOf } from '../../../server/model/provider-catalogue.ts';
import { providerColumns } from '../../../server/model/provider-columns.ts';
import { defaultWorkspaces } from '../../../server/scenarios/default-workspaces.ts';
import { vendors } from '../../../spec/vendors.ts';
import { workspaceSeed } from '../../support/workspace-seed.ts';

const openWearables = 'apple samsung garmin google polar suunto whoop strava oura fitbit ultrahuman'.split(
  ' ',
);
const junction = `oura fitbit garmin whoop strava renpho peloton wahoo zwift freestyle_libre abbott_libreview
  tandem_source freestyle_libre_ble eight_sleep withings apple_health_kit manual ihealth google_fit beurer_api
  beurer_ble omron omron_ble onetouch_ble accuchek_ble contour_ble dexcom dexcom_v3 hammerhead my_fitness_pal
  health_connect samsung_health polar cronometer kardia whoop_v2 ultrahuman my_fitness_pal_v2 map_my_fitness
  runkeeper google_health`.split(/\s+/);

const providers = [...providerCatalogue.values()];
const slugsAt = (vendor: (typeof vendors)[number]['vendor']) =>
  providers.map(({ slugs }) => slugs[vendor]).filter((slug) => slug !== null);

describe('the provider catalogue', () => {
  test.each([
    ['open-wearables', openWearables],
    ['junction', junction],
  ] as const)('contains exactly the slugs of %s, each once', (vendor, slugs) => {
    expect(slugsAt(vendor).toSorted()).toEqual(slugs.toSorted());
  });

  test.each(vendors)('contains each slug of $vendor only once', ({ vendor }) => {
    const slugs = slugsAt(vendor);
    expect(new Set(slugs).size).toBe(slugs.length);
    expect(providersOf(vendor)).toHaveLength(slugs.length);
  });

  test.each(vendors)('contains every provider that the column of $vendor names', ({ vendor }) => {
    expect(slugsAt(vendor)).toHaveLength(providerColumns[vendor].length);
  });

  test.each(providers)('describes $slug completely', ({ slug, name, logo, kind, integrationType, slugs }) => {
    expect(slug).toMatch(/^[a-z0-9_]{1,64}$/);
    expect(name).not.toBe('');
    expect(isUri(logo)).toBe(true);
    const isOfEdition = editionContracts.some(({ vendor, edition }) =>
      providersOf(vendor, edition).includes(slug),
    );
    expect(isOfEdition || Object.values(slugs).some((known) => known !== null)).toBe(true);
    expect(integrationType !== null).toBe(kind === 'integration');
    expect(slugs.mielto !== null).toBe(kind === 'integration');
  });

  test('contains the mobile SDKs of Junction', () => {
    const sdks = providers.filter(({ kind }) => kind === 'wearable_sdk').map(({ slugs }) => slugs.junction);
    expect(sdks.toSorted()).toEqual(['apple_health_kit', 'health_connect', 'samsung_health']);
  });

  test('has a provider of Open Wearables that only the edition 0-6 lists, as its contract says', () => {
    expect(providersOf('open-wearables').toSorted()).toEqual(openWearables.toSorted());
    const ofEdition = providersOf('open-wearables', '0-6').toSorted();
    expect(ofEdition).toEqual([...openWearables, 'sensorbio'].toSorted());
    const { schemas } = readContract('open-wearables', '0-6').document.components;
    expect(schemas?.OpenWearablesConnection).toMatchObject({
      properties: { provider: { 'x-extensible-enum': [...openWearables, 'sensorbio'] } },
    });
  });

  test("contains each vendor's own slug for Apple", () => {
    const slugs = { 'open-wearables': 'apple', junction: 'apple_health_kit', mielto: null };
    expect(providerCatalogue.get('apple')?.slugs).toEqual(slugs);
  });

  test('contains a provider of each integration type', () => {
    const types = new Set(providers.map(({ integrationType }) => integrationType));
    expect(types).toEqual(new Set([...integrationTypes, null]));
  });

  test('is what the sandbox API takes, integrations with a type and wearables without', () => {
    const { schemas } = readContract('sandbox').document.components;
    expect(schemas?.SandboxProviderSlug).toMatchObject({
      'x-extensible-enum': [...providerCatalogue.keys()],
    });
    const slugsOf = (isIntegration: boolean) =>
      providers.filter(({ kind }) => (kind === 'integration') === isIntegration).map(({ slug }) => slug);
    const providerIn = (slugs: readonly string[]) => ({ properties: { provider: { enum: slugs } } });
    expect(schemas?.SandboxConnectionCreation).toMatchObject({
      if: providerIn(slugsOf(true)),
      else: { if: providerIn(slugsOf(false)) },
    });
  });

  test('contains the provider of every connection of a new workspace but the new ones', () => {
    const { connections } = workspaceSeed(defaultWorkspaces[0].ownUserId);
    const others = connections.filter(({ provider }) => !providerCatalogue.has(provider));
    expect(others.map(({ provider }) => provider)).toEqual(['aurora_ring', 'aurora_scale', 'aurora_notes']);
  });
});
