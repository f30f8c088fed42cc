import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { contractNames, readContract } from '../../contract/contract.ts';
import { type RunningServer, startServer } from '../../server/start-server.ts';
import { differences } from '../support/differences.ts';
import {
  bodyExamples,
  type ExampleCall,
  exampleCalls,
  hasBody,
  requestOf,
  responseNames,
  shownResponse,
  successes,
  takesNothing,
} from '../support/example-calls.ts';
import { prepareCall } from '../support/prepare-call.ts';
import { ask, type RawAnswer } from '../support/raw-http.ts';
import { createResponseCheck } from '../support/response-check.ts';

/*
 * Tools pair examples by name: those of parameters and bodies with those of responses. This test makes each of these
 * calls on two new servers with different clocks and random ids.
 */
const sandboxToken = 'a-token-of-the-sandbox';
/** The host of a server with the default settings: URLs in the answers begin like those in the examples. */
const defaultHost = { Host: '127.0.0.1:4010' };
const authorization = { Authorization: `Bearer ${sandboxToken}` };
let servers: readonly [RunningServer, RunningServer];
let isChanged = false;
beforeAll(async () => {
  const start = (now: string) => startServer({ sandboxToken, now: () => new Date(now) });
  servers = await Promise.all([start('2025-06-02T12:34:56.789Z'), start('2031-12-24T18:00:00.000Z')]);
});
afterEach(async () => {
  if (isChanged) await askBoth({ method: 'POST', path: '/sandbox/reset', headers: authorization });
  isChanged = false;
});
afterAll(() => Promise.all(servers.map((server) => server.close())));

function askBoth(request: Parameters<typeof ask>[1]): Promise<[RawAnswer, RawAnswer]> {
  const [first, second] = servers;
  return Promise.all([ask(first.url, request), ask(second.url, request)]);
}

/** Sends a call once everything that it presupposes has been done. */
async function askCall({ url }: RunningServer, contractName: string, call: ExampleCall): Promise<RawAnswer> {
  const credentials = await prepareCall({ url, sandboxToken }, contractName, call);
  return ask(url, requestOf(call, { ...credentials, ...defaultHost }));
}

describe.each(contractNames)('%s', (contractName) => {
  const { operations, document } = readContract(contractName);
  const calls = [...operations.values()].flatMap(exampleCalls);
  const violationsOf = createResponseCheck(`${contractName}.yaml`);

  async function answersTo(call: ExampleCall): Promise<[RawAnswer, RawAnswer]> {
    const [first, second] = servers;
    const answers = await Promise.all([
      askCall(first, contractName, call),
      askCall(second, contractName, call),
    ]);
    isChanged = true;
    for (const answer of answers) expect(await violationsOf(call.operation, answer)).toEqual([]);
    return answers;
  }

  test.each(calls.filter(({ operation }) => !takesNothing(operation)))(
    '$operation.id answers the call $name with the response of that name',
    async (call) => {
      const [response] = call.responses;
      if (response === undefined) throw new Error(`The call ${call.name} has no response.`);
      const answers = await answersTo(call);
      const shown = shownResponse(response, call.name);
      const answered = ({ status, json, headers }: RawAnswer) => ({
        status,
        body: json,
        headers: Object.fromEntries(
          Object.keys(shown.headers).map((name) => [name, headers[name.toLowerCase()]]),
        ),
      });
      expect(differences(shown, [answered(answers[0]), answered(answers[1])])).toEqual([]);
      if (!hasBody(response)) expect(answers[0].headers).not.toHaveProperty('content-length');
    },
  );

  test('all calls get these answers in sequence, although earlier calls change the data', async () => {
    for (const call of calls) {
      const { status } = await askCall(servers[0], contractName, call);
      expect([call.operation.id, call.name, status]).toEqual([
        call.operation.id,
        call.name,
        call.responses[0]?.status,
      ]);
    }
    isChanged = true;
  });

  /** Without input, no name selects an example, and the examples may show only a part of a long answer. */
  test.each(calls.filter(({ operation }) => takesNothing(operation)))(
    'the answer of $operation.id, which has no input, contains each item of its example $name',
    async (call) => {
      const [{ status, json }] = await answersTo(call);
      const [response] = call.responses;
      expect(status).toBe(response?.status);
      if (response === undefined || !hasBody(response)) return;
      const { body } = shownResponse(response, call.name);
      if (Array.isArray(body)) {
        expect(json).toEqual(expect.arrayContaining(body));
        return;
      }
      const items = Object.entries(body as Record<string, unknown[]>);
      expect(items).not.toEqual([]);
      for (const [key, list] of items) expect(json).toEqual({ [key]: expect.arrayContaining(list) });
    },
  );

  describe.each([...operations.values()])('$id', (operation) => {
    const own = exampleCalls(operation);

    test('has at least one call, and each call has one response', () => {
      expect(own).not.toEqual([]);
      for (const { name, responses } of own) expect([name, responses.length]).toEqual([name, 1]);
    });

    test('has all required input in each call', () => {
      for (const { name, values } of own) {
        for (const { name: parameter, required } of operation.parameters) {
          if (required)
            expect([name, [...values.keys()]]).toEqual([name, expect.arrayContaining([parameter])]);
        }
        if (operation.requestBody?.required) expect([...bodyExamples(operation).keys()]).toContain(name);
      }
    });

    test('has a call for each example of its success', () => {
      const shown = successes(operation).flatMap(responseNames);
      expect(own.map(({ name }) => name)).toEqual(expect.arrayContaining(shown));
    });

    test('names the calls of a success without a body for Microcks', () => {
      const declared = document.paths[operation.path]?.[operation.method]?.responses ?? {};
      for (const response of takesNothing(operation) ? [] : successes(operation)) {
        if (hasBody(response)) continue;
        const names = own.filter(({ responses }) => responses.includes(response)).map(({ name }) => name);
        expect(Reflect.get(declared[response.status] ?? {}, 'x-microcks-refs') ?? []).toEqual(names);
      }
    });
  });
});
