import { describe, expect, test } from 'vitest';
import { integrationRequirements } from '../../../../server/model/integration-requirements.ts';
import { providerCatalogue, providersOf } from '../../../../server/model/provider-catalogue.ts';
import { useMieltoServer } from './mielto-server.ts';

const server = useMieltoServer();
const pathOf = (integration: string) => `/api/v1/connections/integrations/${integration}/requirements`;
const methods = [...integrationRequirements].flatMap(([slug, all]) =>
  all.map((method) => ({ slug, method, isDefault: all[0] === method })),
);

interface Requirements {
  readonly auth_method: { readonly id: string };
  readonly required_fields: readonly { readonly key: string; readonly required: boolean }[];
}

test('every integration of Mielto has requirements', () => {
  expect([...integrationRequirements.keys()].toSorted()).toEqual(providersOf('mielto').toSorted());
});

describe.each(methods)('$slug with $method.id', ({ slug, method, isDefault }) => {
  const values: Readonly<Record<string, string>> = {
    bot_token: 'xoxb-an-example',
    site_url: 'https://team.example',
    email: 'ada@example.com',
  };

  test('can be connected with the fields that its requirements list, and not without one of them', async () => {
    const query = isDefault ? '' : `?auth_method_id=${method.id}`;
    const { status, json } = await server.call('GET', pathOf(slug) + query);
    expect(status).toBe(200);
    const { auth_method, required_fields } = json as Requirements;
    expect(auth_method.id).toBe(method.id);
    const all = required_fields.map(({ key }) => [key, values[key] ?? 'an-example-value']);
    const connection = {
      integration: slug,
      integration_type: providerCatalogue.get(slug)?.integrationType,
      auth_method_id: auth_method.id,
    };
    const connect = (entries: readonly (readonly (string | undefined)[])[]) =>
      server.call('POST', '/api/v1/connections', {
        body: { ...connection, credentials: Object.fromEntries(entries) },
      });
    expect((await connect(all)).status).toBe(200);
    for (const { key, required } of required_fields) {
      const answer = await connect(all.filter(([name]) => name !== key));
      expect([key, answer.status]).toEqual([key, required ? 422 : 200]);
      if (required) expect(answer.text).toContain(`${key} is required`);
    }
  });
});

test.each([
  [pathOf('betamax'), 'Integration not found'],
  [pathOf('garmin'), 'Integration not found'],
  [`${pathOf('gmail')}?auth_method_id=magic`, 'Auth method not found'],
])('%s does not exist', async (path, detail) => {
  expect(await server.call('GET', path)).toMatchObject({ status: 404, json: { detail } });
});

test('the requirements need a valid token', async () => {
  expect((await server.call('GET', pathOf('gmail'), { token: 'x' })).status).toBe(401);
});
