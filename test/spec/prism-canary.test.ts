import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPrism } from '../support/start-prism.ts';

/** Prism does not report answers whose schema it cannot compile. These refusals prove that it compiles the schema. */
describe('prism proxy', () => {
  let config: unknown;
  const upstream = createServer((_, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ connections: [{ ...connection, config }], total: 1, page: 1, size: 100 }));
  });
  let proxy: { url: string; close(): Promise<void> };

  beforeAll(async () => {
    proxy = await startPrism('proxy', 'spec/mielto.yaml', await listen(upstream), '--errors');
  });
  afterAll(async () => {
    await proxy.close();
    upstream.close();
  });

  test.each([
    ['passes a config without secrets', { channels: [{ name: 'general', max_tokens: 1 }] }, 200],
    // Prism does not read x-every-level, so it does not check the deeper levels.
    ['refuses a secret at the top level of a config', { api_key: '' }, 500],
    ['refuses a config with too many fields', manyFields, 500],
  ])('%s', async (_, answered, status) => {
    config = answered;
    const headers = { authorization: 'Bearer any' };
    const response = await fetch(`${proxy.url}/api/v1/connections/users/anyone`, { headers });
    expect(response.status).toBe(status);
  });
});

const manyFields = Object.fromEntries(Array.from({ length: 1001 }, (_, index) => [`field_${index}`, index]));

const connection = {
  integration: 'slack',
  integration_type: 'connectors',
  id: '1',
  credential_id: '1',
  user_id: 'anyone',
  workspace_id: 'ws_default',
  created_by: 'anyone',
  status: 'active',
  created_at: '2024-02-29T12:00:00Z',
  updated_at: '2024-02-29T12:00:00Z',
};

function listen(server: Server): Promise<string> {
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => done(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  });
}
