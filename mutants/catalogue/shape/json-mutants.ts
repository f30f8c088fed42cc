import type { Vendor } from '../../../spec/vendors.ts';
import { type Answer, withBody, withHeader } from '../../proxy/answer.ts';
import type { Call } from '../../proxy/call.ts';
import { everyVendor, type Mutant, type MutantHead } from '../../proxy/mutant.ts';
import { itemCount, onAnswer } from '../kit/change-answer.ts';
import { itemField } from '../kit/item-fields.ts';

/** Bodies that are no JSON, or not one JSON text of UTF-8. */
export const jsonMutants: readonly Mutant[] = [
  ofLists({
    id: 'json-truncated',
    title: 'The JSON ends before its end',
    change: (body) => body.slice(0, -7),
  }),
  ofLists({
    id: 'json-duplicate-keys',
    title: 'A connection has its status twice, with two values',
    change: (body, { vendor }) => {
      const status = itemField(vendor, 'status');
      return body.replace(`"${status}":`, `"${status}":"unheard-of","${status}":`);
    },
  }),
  ofLists({
    id: 'json-duplicate-keys-last',
    title: 'The last connection has its status twice, with the same value',
    change: (body, { vendor }) =>
      body.replace(new RegExp(`^(.*)("${itemField(vendor, 'status')}":\\s*"[^"]*")`, 's'), '$1$2,$2'),
  }),
  ofLists({
    id: 'json-trailing-text',
    title: 'Text follows the JSON',
    change: (body) => `${body}\nnull`,
  }),
  ofLists({
    id: 'json-trailing-comma',
    title: 'A comma follows the last connection',
    change: (body) => body.replace(/\}(\s*\])/, '},$1'),
  }),
  ofLists({
    id: 'json-nan',
    title: 'The body holds NaN, which is not JSON',
    change: (body) => body.replace(/:\s*(null|"[^"]*")/, ':NaN'),
  }),
  ofLists({
    id: 'json-guarded',
    title: 'The JSON begins with a guard against script inclusion',
    change: (body) => `)]}',\n${body}`,
  }),
  {
    ...ofLists({
      id: 'json-in-text',
      title: 'The JSON is written as JSON once more',
      change: (body) => JSON.stringify(body),
    }),
    caughtBy: ['shape.200.types'],
  },
  ofLists({
    id: 'json-lines',
    title: 'Each connection is a JSON text of its own, on a line of its own',
    change: (body) => body.replaceAll(/\},(\s*)\{/g, '}\n$1{'),
  }),
  ofLists({
    id: 'json-byte-order-mark',
    title: 'The JSON begins with a byte order mark',
    change: (body) => `\uFEFF${body}`,
  }),
  ofBytes({
    id: 'json-latin-1',
    title: 'The body is written in Latin-1',
    change: (body, { vendor }) => Buffer.from(splitInText(body.toString(), vendor).join('é'), 'latin1'),
  }),
  ofBytes({
    id: 'json-utf-16',
    title: 'The body is written in UTF-16',
    change: (body) => Buffer.from(body.toString(), 'utf16le'),
  }),
  ofBytes({
    id: 'json-invalid-utf-8',
    title: 'A text holds half a character of UTF-8',
    change: (body, { vendor }) => {
      const [before = '', after = ''] = splitInText(body.toString(), vendor);
      return Buffer.concat([Buffer.from(before), Buffer.from([0xf0, 0x9f]), Buffer.from(after)]);
    },
  }),
  ofBytes({
    id: 'json-nul',
    title: 'A text holds NUL without an escape',
    change: (body, { vendor }) => {
      const [before = '', after = ''] = splitInText(body.toString(), vendor);
      return Buffer.from(`${before}\0${after}`);
    },
  }),
  {
    id: 'empty-body',
    title: 'A list is a 200 without a body',
    vendors: everyVendor,
    caughtBy: ['shape.200.json'],
    begin: onAnswer(200, (answer) => withBody(answer, '')),
  },
  {
    id: 'empty-body-for-empty-list',
    title: 'A list with nothing in it is a 200 without a body',
    vendors: everyVendor,
    caughtBy: ['shape.200.json'],
    begin: onAnswer(200, (answer, call) => (itemCount(answer, call) === 0 ? withBody(answer, '') : answer)),
  },
  {
    id: 'json-truncated-error',
    title: 'The JSON of an error for an unknown user ends before its end',
    vendors: everyVendor,
    caughtBy: ['shape.404.body'],
    begin: onAnswer(404, (answer) => withBody(answer, answer.body.subarray(0, -2))),
  },
  {
    id: 'json-wrong-charset',
    title: 'The content type names a charset that is not UTF-8',
    vendors: everyVendor,
    caughtBy: ['shape.200.content-type', 'shape.200.json'],
    begin: onAnswer(200, (answer) =>
      withHeader(answer, 'Content-Type', 'application/json; charset=iso-8859-1'),
    ),
  },
];

function ofLists({
  change,
  ...head
}: MutantHead & {
  readonly change: (body: string, call: Call) => string;
}): Mutant {
  return ofBytes({ ...head, change: (body, call) => Buffer.from(change(body.toString(), call)) });
}

function ofBytes({
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

/** Splits at the beginning of the first text that says what was connected. */
function splitInText(body: string, vendor: Vendor): readonly [string, string] {
  const at = body.search(new RegExp(`(?<="${itemField(vendor, 'slug')}":\\s*")`));
  return [body.slice(0, at), body.slice(at)];
}
