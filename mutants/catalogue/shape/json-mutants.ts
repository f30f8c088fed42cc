import type { Vendor } from '../../../spec/vendors.ts';
import { type Answer, withBody, withHeader } from '../../proxy/answer.ts';
import type { Call } from '../../proxy/call.ts';
import { everyVendor, type Mutant, type MutantHead } from '../../proxy/mutant.ts';
import { itemCount, onAnswer } from '../kit/change-answer.ts';
import { itemField } from '../kit/item-fields.ts';

/** Bodies that are not one JSON text in UTF-8. */
export const jsonMutants: readonly Mutant[] = [
  textMutant({
    id: 'json-truncated',
    title: 'The JSON is truncated',
    change: (body) => body.slice(0, -7),
  }),
  textMutant({
    id: 'json-duplicate-keys',
    title: 'A connection has its status twice, with two values',
    change: (body, { vendor }) => {
      const status = itemField(vendor, 'status');
      return body.replace(`"${status}":`, `"${status}":"unheard-of","${status}":`);
    },
  }),
  textMutant({
    id: 'json-duplicate-keys-last',
    title: 'The last connection has its status twice, with the same value',
    change: (body, { vendor }) =>
      body.replace(new RegExp(`^(.*)("${itemField(vendor, 'status')}":\\s*"[^"]*")`, 's'), '$1$2,$2'),
  }),
  textMutant({
    id: 'json-trailing-text',
    title: 'Text follows the JSON',
    change: (body) => `${body}\nnull`,
  }),
  textMutant({
    id: 'json-trailing-comma',
    title: 'A comma follows the last connection',
    change: (body) => body.replace(/\}(\s*\])/, '},$1'),
  }),
  textMutant({
    id: 'json-nan',
    title: 'The body contains NaN, which is not JSON',
    change: (body) => body.replace(/:\s*(null|"[^"]*")/, ':NaN'),
  }),
  textMutant({
    id: 'json-with-script-guard',
    title: 'The JSON begins with a guard against script inclusion',
    change: (body) => `)]}',\n${body}`,
  }),
  {
    ...textMutant({
      id: 'json-in-text',
      title: 'The JSON is encoded as JSON twice',
      change: (body) => JSON.stringify(body),
    }),
    caughtBy: ['shape.200.types'],
  },
  textMutant({
    id: 'json-lines',
    title: 'Each connection is a separate JSON text on its own line',
    change: (body) => body.replaceAll(/\},(\s*)\{/g, '}\n$1{'),
  }),
  textMutant({
    id: 'json-byte-order-mark',
    title: 'The JSON begins with a byte order mark',
    change: (body) => `\uFEFF${body}`,
  }),
  bytesMutant({
    id: 'json-latin-1',
    title: 'The body is encoded in Latin-1',
    change: (body, { vendor }) => Buffer.from(splitInText(body.toString(), vendor).join('é'), 'latin1'),
  }),
  bytesMutant({
    id: 'json-utf-16',
    title: 'The body is encoded in UTF-16',
    change: (body) => Buffer.from(body.toString(), 'utf16le'),
  }),
  bytesMutant({
    id: 'json-invalid-utf-8',
    title: 'A string contains an incomplete UTF-8 character',
    change: (body, { vendor }) => {
      const [before = '', after = ''] = splitInText(body.toString(), vendor);
      return Buffer.concat([Buffer.from(before), Buffer.from([0xf0, 0x9f]), Buffer.from(after)]);
    },
  }),
  bytesMutant({
    id: 'json-nul',
    title: 'A string contains an unescaped NUL',
    change: (body, { vendor }) => {
      const [before = '', after = ''] = splitInText(body.toString(), vendor);
      return Buffer.from(`${before}\0${after}`);
    },
  }),
  {
    id: 'empty-body',
    title: 'A list returns 200 without a body',
    vendors: everyVendor,
    caughtBy: ['shape.200.json'],
    begin: onAnswer(200, (answer) => withBody(answer, '')),
  },
  {
    id: 'empty-body-for-empty-list',
    title: 'An empty list returns 200 without a body',
    vendors: everyVendor,
    caughtBy: ['shape.200.json'],
    begin: onAnswer(200, (answer, call) => (itemCount(answer, call) === 0 ? withBody(answer, '') : answer)),
  },
  {
    id: 'json-truncated-error',
    title: 'The JSON of the error for an unknown user is truncated',
    vendors: everyVendor,
    caughtBy: ['shape.404.body'],
    begin: onAnswer(404, (answer) => withBody(answer, answer.body.subarray(0, -2))),
  },
  {
    id: 'json-wrong-charset',
    title: 'The content type names another charset than UTF-8',
    vendors: everyVendor,
    caughtBy: ['shape.200.content-type', 'shape.200.json'],
    begin: onAnswer(200, (answer) =>
      withHeader(answer, 'Content-Type', 'application/json; charset=iso-8859-1'),
    ),
  },
];

function textMutant({
  change,
  ...head
}: MutantHead & {
  readonly change: (body: string, call: Call) => string;
}): Mutant {
  return bytesMutant({ ...head, change: (body, call) => Buffer.from(change(body.toString(), call)) });
}

function bytesMutant({
  change,
  ...head
}: MutantHead & {
  readonly change: (body: Buffer, call: Call) => Buffer;
}): Mutant {
  const begin = onAnswer(200, (answer: Answer, call: Call) =>
    itemCount(answer, call) === 0 ? answer : withBody(answer, change(answer.body, call)),
  );
  return { ...head, vendors: everyVendor, caughtBy: ['shape.200.json'], begin };
}

/** Splits at the beginning of the first provider or integration. */
function splitInText(body: string, vendor: Vendor): readonly [string, string] {
  const at = body.search(new RegExp(`(?<="${itemField(vendor, 'slug')}":\\s*")`));
  return [body.slice(0, at), body.slice(at)];
}
