import { describe, expect, test } from 'vitest';
import { isDateTime, isUuid } from '../../../contract/formats.ts';
import {
  causeTypes,
  connectionStates,
  integrationTypes,
  knownCause,
} from '../../../server/model/connection.ts';
import { providerCatalogue } from '../../../server/model/provider-catalogue.ts';
import { failureState } from '../../../server/model/transition.ts';
import { defaultWorkspaces } from '../../../server/scenarios/default-workspaces.ts';
import { scenarioConnections } from '../../../server/scenarios/scenario-connection.ts';
import { scenarioUsers, unknownUser } from '../../../spec/scenarios.ts';
import { workspaceSeed } from '../../support/workspace-seed.ts';

const [workspace] = defaultWorkspaces;
const seed = workspaceSeed(workspace.ownUserId);
const rowsOf = (userId: string) => seed.connections.filter((connection) => connection.userId === userId);

/** These ids must not change: users have written them into their own tests. */
const ids = {
  'page-example': '550e8400-e29b-41d4-a716-446655440000',
  'no-connections': '00000000-0000-4000-8000-000000000001',
  'every-state': '00000000-0000-4000-8000-000000000002',
  'every-error': '00000000-0000-4000-8000-000000000003',
  'never-synced': '00000000-0000-4000-8000-000000000004',
  'junction-connected': '00000000-0000-4000-8000-000000000005',
  'junction-deregistered': '00000000-0000-4000-8000-000000000006',
  'every-integration-type': '00000000-0000-4000-8000-000000000007',
  'many-connections': '00000000-0000-4000-8000-000000000008',
  'awkward-text': '00000000-0000-4000-8000-000000000009',
  'values-of-tomorrow': '00000000-0000-4000-8000-00000000000a',
};

describe('the scenario users', () => {
  test('have the documented ids', () => {
    expect(Object.fromEntries(scenarioUsers.map(({ name, userId }) => [name, userId]))).toEqual(ids);
    expect(unknownUser.userId).toBe('00000000-0000-4000-8000-00000000dead');
    expect(seed.userIds).not.toContain(unknownUser.userId);
  });

  test('have connections with unique ids', () => {
    expect(new Set(seed.connections.map(({ id }) => id)).size).toBe(seed.connections.length);
    for (const { id, userId } of seed.connections) {
      expect(isUuid(id)).toBe(true);
      expect(seed.userIds).toContain(userId);
    }
  });

  test('have connections whose state, cause and times are consistent', () => {
    for (const { state, cause, createdAt, updatedAt, lastSyncedAt } of seed.connections) {
      expect(cause === null ? state : failureState(cause.type).state).toBe(state);
      expect(['expired', 'revoked', 'error'].includes(state)).toBe(cause !== null);
      for (const instant of [
        createdAt,
        updatedAt,
        lastSyncedAt ?? createdAt,
        cause?.occurredAt ?? createdAt,
      ]) {
        expect(isDateTime(instant)).toBe(true);
        expect(instant).toHaveLength(24);
        expect(instant <= updatedAt).toBe(true);
      }
    }
  });

  test.each(scenarioUsers)('have at most one connection per wearable: $name', ({ userId }) => {
    const wearables = rowsOf(userId).filter(({ integrationType }) => integrationType === null);
    expect(new Set(wearables.map(({ provider }) => provider)).size).toBe(wearables.length);
  });

  test('have the connections that their names describe', () => {
    const states = rowsOf(ids['every-state']).map(({ state }) => state);
    for (const state of connectionStates) expect(states.filter((found) => found === state)).toHaveLength(2);
    expect(rowsOf(ids['every-error']).map(({ cause }) => cause?.type)).toEqual(causeTypes);
    const types = rowsOf(ids['every-integration-type']).map(({ integrationType }) => integrationType);
    expect(types).toEqual(integrationTypes);
    expect(rowsOf(ids['no-connections'])).toEqual([]);
    expect(rowsOf(ids['many-connections'])).toHaveLength(1200);
    for (const row of rowsOf(ids['never-synced'])) {
      const { externalId, externalUsername, grantedScopes, lastSyncedAt, label } = row;
      expect([externalId, externalUsername, grantedScopes, lastSyncedAt, label]).toEqual([
        null,
        null,
        null,
        null,
        null,
      ]);
    }
    const labels = rowsOf(ids['awkward-text']).map(({ label }) => [...(label ?? '')].length);
    expect(Math.max(...labels)).toBe(255);
  });

  test('have values that no list contains', () => {
    const rows = rowsOf(ids['values-of-tomorrow']);
    const causes = rows.flatMap(({ cause }) => (cause === null ? [] : [cause.type]));
    expect(new Set(causes).size).toBe(2);
    for (const cause of causes) expect(knownCause(cause)).toBeNull();
    expect(rows.filter(({ provider }) => !providerCatalogue.has(provider))).toHaveLength(3);
  });

  test('cannot have a provider that is not in the catalogue by mistake', () => {
    const rows = [{ provider: 'betamax' }];
    expect(() => scenarioConnections({ userId: 'u', rows })).toThrow(/betamax/);
  });
});
