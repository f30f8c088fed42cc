import type { components } from '../../../generated/sandbox.ts';
import { vendorNames } from '../../../spec/vendors.ts';
import { createRandom } from '../../support/random.ts';
import type { ProviderSlugs } from '../model/user-model.ts';
import { callDuringReset } from './call.ts';
import { scenarioUserOfLists, vendorListCall } from './list-actions.ts';
import { sharedWorkspace } from './workspace-actions.ts';
import type { World } from './world.ts';

type Parts = Omit<World, 'slugs' | 'scenarioLists' | 'possibleNames' | 'possibleUsers'>;

/** Reads what the clients compare with: the providers, and the lists of a scenario user. Rejects if it cannot be read. */
export async function createWorld(parts: Parts): Promise<World> {
  const slugs: Map<string, Readonly<Record<(typeof vendorNames)[number], string | null>>> = new Map();
  const scenarioLists = new Map<string, string>();
  const world: World = {
    ...parts,
    slugs: slugs satisfies ProviderSlugs,
    scenarioLists,
    possibleNames: new Set(),
    possibleUsers: new Set(),
  };
  const reader = { world, random: createRandom(0) };
  const listed = await callDuringReset(reader, { path: '/sandbox/providers' });
  const { providers } = listed.json as components['schemas']['SandboxProviderList'];
  for (const { slug, vendors } of providers) slugs.set(slug, vendors);
  for (const vendor of vendorNames) {
    const request = vendorListCall(sharedWorkspace(), scenarioUserOfLists, vendor);
    const { status, text } = await callDuringReset(reader, request);
    if (status !== 200) throw new Error(`Cannot begin: ${request.path} was answered with ${status}.`);
    scenarioLists.set(vendor, text);
  }
  return world;
}
