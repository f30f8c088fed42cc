import type { components } from '../../generated/sandbox.ts';
import { scenarioUsers, unknownUser } from '../../spec/scenarios.ts';
import { type Provider, providerCatalogue } from '../model/provider-catalogue.ts';
import type { SandboxHandlers } from './sandbox-handlers.ts';

type WireProvider = components['schemas']['SandboxProvider'];
type WireScenario = components['schemas']['SandboxScenario'];

export const catalogueHandlers: SandboxHandlers<'listSandboxScenarios' | 'listSandboxProviders'> = {
  async listSandboxScenarios() {
    const scenarios = [...scenarioUsers, unknownUser].map(
      ({ name, userId, summary }): WireScenario => ({ name, user_id: userId, summary }),
    );
    return { status: 200, body: { scenarios } };
  },

  async listSandboxProviders() {
    return { status: 200, body: { providers: [...providerCatalogue.values()].map(presentProvider) } };
  },
};

function presentProvider({ slug, name, logo, kind, slugs }: Provider): WireProvider {
  return { slug, name, logo, kind, vendors: { ...slugs } };
}
