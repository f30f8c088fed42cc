import Fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import openapiGlue from 'fastify-openapi-glue';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allContractNames, readContract } from '../../../contract/contract.ts';
import type { Operation } from '../../../contract/operation.ts';
import { type ExampleCall, exampleCalls, requestOf } from '../../support/example-calls.ts';
import { ask } from '../../support/raw-http.ts';

/** The first documented success of an operation, and the first example of its body. */
function successOf({ responses }: Operation): { readonly status: number; readonly body: unknown } {
  const [response] = responses.values();
  const [mediaType] = response?.content.values() ?? [];
  const [body] = mediaType?.examples.values() ?? [];
  return { status: response?.status ?? 0, body };
}

const json = { 'Content-Type': 'application/json' };
const identifier = '00000000-0000-4000-8000-000000000001';

/** Invalid input for each contract: in a path parameter, in a query parameter, or in a body. */
const invalid: Readonly<Record<string, readonly [target: string, body?: string]>> = {
  'open-wearables': ['/api/v1/users/not-a-uuid/connections'],
  'open-wearables.0-6': ['/api/v1/users/not-a-uuid/connections'],
  junction: ['/v2/user/providers/not-a-uuid'],
  mielto: ['/api/v1/connections/users/anyone?limit=1001'],
  sandbox: [
    `/sandbox/workspaces/ws_sandbox/users/${identifier}/connections`,
    JSON.stringify({ provider: 'slack', config: { password: '' } }),
  ],
};

describe.each(allContractNames)('a server that fastify-openapi-glue generates from %s', (name) => {
  const { document, operations } = readContract(name);
  let server: FastifyInstance;
  let url: string;

  beforeAll(async () => {
    // The guide of the library requires this for contracts with extension keywords.
    server = Fastify({ ajv: { customOptions: { strict: false } } });
    // Fastify's own error body is not documented in the contracts.
    server.setErrorHandler<FastifyError>((error, _, reply) =>
      reply
        .code(error.statusCode ?? 500)
        .type('text/plain')
        .send(error.message),
    );
    await server.register(openapiGlue, {
      specification: structuredClone(document),
      operationResolver: (id: string) => {
        const operation = operations.get(id);
        if (operation === undefined) throw new Error(`${name} has no operation ${id}.`);
        const { status, body } = successOf(operation);
        return async (_: unknown, reply: { code(status: number): { send(body: unknown): unknown } }) =>
          reply.code(status).send(body);
      },
    });
    url = await server.listen({ host: '127.0.0.1', port: 0 });
  });
  afterAll(() => server.close());

  test.each([...operations.values()].map((operation) => [operation.id, operation] as const))(
    'answers %s with the documented example',
    async (_, operation) => {
      const { status, body } = successOf(operation);
      const answer = await ask(url, requestOf(callOf(operation), {}));
      const sent: unknown = answer.text === '' ? undefined : JSON.parse(answer.text);
      expect({ status: answer.status, body: sent }).toEqual({ status, body });
    },
  );

  test('refuses invalid input', async () => {
    const [target, body] = invalid[name] ?? [];
    const sent = body === undefined ? {} : { method: 'POST', body, headers: json };
    const response = await fetch(url + target, sent);
    expect({ status: response.status, text: await response.text() }).toEqual({
      status: 400,
      text: expect.stringMatching(/must/),
    });
  });
});

/** A call that is valid: one that succeeds, if an example does. */
function callOf(operation: Operation): ExampleCall {
  const calls = exampleCalls(operation);
  const call = calls.find(({ responses }) => responses.some(({ status }) => status < 400)) ?? calls[0];
  if (call === undefined) throw new Error(`${operation.id} has no example of a call.`);
  return call;
}
