import { describe, expect, test } from 'vitest';
import { contractOf, listOperationOf, operationOf, readContract } from '../../contract/contract.ts';
import type { Operation } from '../../contract/operation.ts';
import { itemField } from '../../mutants/catalogue/kit/item-fields.ts';
import { emptyList, itemsIn, shownItems, withItems } from '../../mutants/catalogue/kit/list-body.ts';
import { problem, withMessage } from '../../mutants/catalogue/kit/problem.ts';
import type { Call } from '../../mutants/proxy/call.ts';
import { type Json, parseJson } from '../../mutants/proxy/json.ts';
import { vendorNames } from '../../spec/vendors.ts';

function callOf(operation: Operation): Call {
  return { vendor: 'junction', operation, pathParameters: {}, search: '', headers: [], body: null };
}

describe.each(vendorNames)('the list of %s', (vendor) => {
  test('is read from each example, and can be written back', () => {
    const items = shownItems(vendor, listOperationOf(vendor));
    expect(items.length).toBeGreaterThan(0);
    const filled = withItems(vendor, emptyList(vendor), items);
    expect(itemsIn(vendor, filled)).toEqual(items);
    expect(itemsIn(vendor, emptyList(vendor))).toEqual([]);
  });

  test('has a field for each role that mutants need, with a suitable value', () => {
    const [item = {}] = shownItems(vendor, listOperationOf(vendor));
    expect(String(item[itemField(vendor, 'slug')])).toMatch(/^[a-z_]+$/);
    expect(String(item[itemField(vendor, 'madeAt')])).toMatch(/^\d{4}-\d\d-\d\dT/);
    expect(String(item[itemField(vendor, 'status')])).toMatch(/^[a-z]+$/);
    expect(item).toHaveProperty(itemField(vendor, 'last'));
    const names = [itemField(vendor, 'slug'), itemField(vendor, 'status'), itemField(vendor, 'madeAt')];
    expect(names).not.toContain(itemField(vendor, 'text'));
  });

  test('has an error that matches the contract for each status', () => {
    const operation = listOperationOf(vendor);
    const { schemaAt } = readContract(vendor);
    for (const { status, content } of operation.responses.values()) {
      if (status < 400) continue;
      const { body } = problem({ ...callOf(operation), vendor }, status, 'Something is wrong');
      const [mediaType] = content.values();
      expect(schemaAt(mediaType?.schemaPointer ?? '')(parseJson(body)), String(status)).toBe(true);
      expect(body.toString()).toContain('Something is wrong');
    }
  });
});

test("an error has the shape of the contract's example, also if no vendor uses that shape", () => {
  const error = (message: string) => ({ error: { code: 'E4', message, hint: 'Read the manual' } });
  const response = (message: string) => ({
    content: { 'application/problem+json': { schema: {}, examples: { shown: { value: error(message) } } } },
  });
  const contract = contractOf('made-up', {
    info: { title: 'Made up', version: '1' },
    components: {},
    paths: {
      '/list': {
        get: { operationId: 'list', responses: { 403: response('Not you'), 500: response('Sorry, no') } },
      },
    },
  });
  const call = callOf(operationOf(contract, 'list'));
  for (const [status, shown] of [
    [403, 'Not allowed'],
    [404, 'No such user'],
    [500, 'It broke'],
    [502, 'It broke'],
  ] as const) {
    const answer = problem(call, status, shown);
    expect(answer).toMatchObject({ status, headers: [['Content-Type', 'application/problem+json']] });
    expect(parseJson(answer.body)).toEqual(error(shown));
  }
});

test.each<readonly [string, { given: Json; want: Json }]>([
  ['the only text', { given: { detail: 'No' }, want: { detail: '<No>' } }],
  [
    'the sentence and not the code',
    { given: { code: 'bad', text: 'Not so' }, want: { code: 'bad', text: '<Not so>' } },
  ],
  [
    'the message of each entry',
    {
      given: { detail: [{ loc: ['path'], msg: 'a b' }, { msg: 'c d' }] },
      want: { detail: [{ loc: ['path'], msg: '<a b>' }, { msg: '<c d>' }] },
    },
  ],
  ['a text that is the whole body', { given: 'Not here', want: '<Not here>' }],
  ['nothing if there is no text', { given: { status: 404 }, want: { status: 404 } }],
])('the message of an error is %s', (_, { given, want }) => {
  expect(withMessage(given, (text) => `<${text}>`)).toEqual(want);
});
