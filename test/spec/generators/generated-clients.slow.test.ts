import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allContractNames } from '../../../contract/contract.ts';
import { type RunningServer, startServer } from '../../../server/start-server.ts';
import { scenarioUsers } from '../../../spec/scenarios.ts';
import { type SampleCall, sampleCalls } from '../../support/sample-calls.ts';
import { useFolder } from '../../support/use-folder.ts';
import { type GeneratedModule, generateClients } from './generate-clients.ts';

const folder = useFolder();
let server: RunningServer;
let calls: readonly SampleCall[];
let load: (name: string) => Promise<GeneratedModule>;

beforeAll(async () => {
  server = await startServer();
  [load, calls] = await Promise.all([generateClients(folder, server.url), sampleCalls(server)]);
});
afterAll(() => server.close());

/** The calls of a contract. The generated code of the clients has passed `tsc --strict`. */
const callsOf = (name: string) => calls.filter(({ contract }) => contract === name);

describe.each(allContractNames)('%s', (name) => {
  test('has calls for the generated clients', () => {
    expect(callsOf(name).length).toBeGreaterThan(5);
  });

  test('works with orval: its client returns the answers of the server, and its schemas accept them', async () => {
    const client = await load(`orval/${name}/fetch`);
    const schemas = await load(`orval/${name}/zod`);
    for (const { operation, path, headers, answer } of callsOf(name)) {
      const query = operation.parameters.some((parameter) => parameter.in === 'query') ? [undefined] : [];
      const called = await call(client[operation.id], ...Object.values(path), ...query, { headers });
      expect(called).toMatchObject({ status: 200, data: answer });
      expect(parsed(schemas[`${capitalised(operation.id)}Response`], answer)).toEqual(answer);
    }
  });

  test('works with hey-api: its client returns the answers of the server, and its schemas accept them', async () => {
    const sdk = await load(`hey-api/${name}/sdk.gen`);
    const schemas = await load(`hey-api/${name}/zod.gen`);
    const client = await heyApiClient(name);
    for (const { operation, path, headers, answer } of callsOf(name)) {
      const parameters = Object.keys(path).length === 0 ? {} : { path };
      expect(await call(sdk[operation.id], { client, headers, ...parameters })).toMatchObject({
        data: answer,
      });
      expect(parsed(schemas[`z${capitalised(operation.id)}Response`], answer)).toEqual(answer);
    }
  });

  test('works with openapi-typescript: a client with its types returns the answers of the server', async () => {
    const { GET } = await load(`openapi-typescript/${name}-client`);
    for (const { operation, path, headers, answer } of callsOf(name)) {
      expect(await call(GET, operation.path, { params: { path }, headers })).toMatchObject({ data: answer });
    }
  });
});

test('Each generated client sends and receives values of any type', async () => {
  const config = { channels: [[{ name: 'general' }], 1, 'text', true, null, {}], depth: { a: { b: [] } } };
  const body = { provider: 'slack', config };
  // Not in the workspace that the other tests read.
  const path = { workspace_id: 'ws_second', user_id: scenarioUsers[1].userId };
  const orval = await load('orval/sandbox/fetch');
  const heyApi = await load('hey-api/sandbox/sdk.gen');
  const { POST } = await load('openapi-typescript/sandbox-client');
  const template = '/sandbox/workspaces/{workspace_id}/users/{user_id}/connections';
  const made = [
    await call(orval.createSandboxConnection, ...Object.values(path), body),
    await call(heyApi.createSandboxConnection, { client: await heyApiClient('sandbox'), path, body }),
    await call(POST, template, { params: { path }, body }),
  ];
  expect(made).toMatchObject(made.map(() => ({ data: { provider: 'slack', config } })));
});

test('The generated schemas refuse values that the contract forbids', async () => {
  const [call] = callsOf('junction');
  const schemas = [
    (await load('orval/junction/zod')).ListJunctionProvidersResponse,
    (await load('hey-api/junction/zod.gen')).zListJunctionProvidersResponse,
  ];
  for (const schema of schemas) {
    expect(parsed(schema, call?.answer)).toEqual(call?.answer);
    expect(() => parsed(schema, { providers: [{ name: 5 }] })).toThrow(/name/);
  }
});

async function heyApiClient(name: string): Promise<unknown> {
  const { createClient } = await load(`hey-api/${name}/client/client.gen`);
  return call(createClient, { baseUrl: server.url });
}

async function call(client: unknown, ...args: readonly unknown[]): Promise<unknown> {
  if (typeof client !== 'function')
    throw new Error(`The generated client does not export the function ${client}.`);
  return Reflect.apply(client, undefined, args);
}

/** Parses a value with a zod schema, which omits unknown fields. */
function parsed(schema: unknown, value: unknown): unknown {
  if (typeof schema !== 'object' || schema === null || !('parse' in schema)) {
    throw new Error(`The generated module does not export the schema ${schema}.`);
  }
  if (typeof schema.parse !== 'function') throw new Error('The generated schema cannot parse.');
  return schema.parse(value);
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
