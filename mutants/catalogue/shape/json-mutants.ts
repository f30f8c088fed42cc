import { type Answer, withBody, withHeader } from '../../proxy/answer.ts';
import type { Call } from '../../proxy/call.ts';
import { everyVendor, type Mutant, type MutantHead } from '../../proxy/mutant.ts';
import { itemCount, onAnswer } from '../kit/change-answer.ts';
import { listShapes } from '../kit/list-body.ts';

/** Bodies that are no JSON, or not one JSON text of UTF-8. */
export const jsonMutants: readonly Mutant[] = [
  ofLists({
    id: 'json-truncated',
    row: 17,
    title: 'The JSON ends before its end',
    change: (body) => body.slice(0, -7),
  }),
  ofLists({
    id: 'json-duplicate-keys',
    row: 17,
    title: 'A connection has its status twice, with two values',
    change: (body) => body.replace(/"status":/, '"status":"unheard-of","status":'),
  }),
  ofLists({
    id: 'json-duplicate-keys-last',
    row: 17,
    title: 'The last connection has its status twice, with the same value',
    change: (body) => body.replace(/^(.*)("status":\s*"[^"]*")/s, '$1$2,$2'),
  }),
  ofLists({
    id: 'json-trailing-text',
    row: null,
    title: 'Text stands after the JSON',
    change: (body) => `${body}\nnull`,
  }),
  ofLists({
    id: 'json-trailing-comma',
    row: null,
    title: 'A comma stands after the last connection',
    change: (body) => body.replace(/\}(\s*\])/, '},$1'),
  }),
  ofLists({
    id: 'json-nan',
    row: null,
    title: 'The body holds NaN, which is no JSON',
    change: (body) => body.replace(/:\s*(null|"[^"]*")/, ':NaN'),
  }),
  ofLists({
    id: 'json-guarded',
    row: null,
    title: 'A guard against script inclusion stands before the JSON',
    change: (body) => `)]}',\n${body}`,
  }),
  {
    ...ofLists({
      id: 'json-in-text',
      row: null,
      title: 'The JSON is written as JSON once more',
      change: (body) => JSON.stringify(body),
    }),
    caughtBy: ['shape.200.types'],
  },
  ofLists({
    id: 'json-lines',
    row: null,
    title: 'Each connection is a JSON text of its own, on a line of its own',
    change: (body) => body.replaceAll(/\},(\s*)\{/g, '}\n$1{'),
  }),
  ofLists({
    id: 'json-byte-order-mark',
    row: null,
    title: 'A byte order mark stands before the JSON',
    change: (body) => `\uFEFF${body}`,
  }),
  ofBytes({
    id: 'json-latin-1',
    row: null,
    title: 'The body is written in Latin-1',
    change: (body) => Buffer.from(withUmlaut(body), 'latin1'),
  }),
  ofBytes({
    id: 'json-utf-16',
    row: null,
    title: 'The body is written in UTF-16',
    change: (body) => Buffer.from(body.toString(), 'utf16le'),
  }),
  ofBytes({
    id: 'json-invalid-utf-8',
    row: null,
    title: 'A text holds half a character of UTF-8',
    change: (body) => {
      const [before = '', after = ''] = splitInText(body.toString());
      return Buffer.concat([Buffer.from(before), Buffer.from([0xf0, 0x9f]), Buffer.from(after)]);
    },
  }),
  ofBytes({
    id: 'json-nul',
    row: null,
    title: 'A text holds NUL as it stands',
    change: (body) => {
      const [before = '', after = ''] = splitInText(body.toString());
      return Buffer.from(`${before}\0${after}`);
    },
  }),
  {
    id: 'empty-body',
    row: 17,
    title: 'A list is a 200 without a body',
    vendors: everyVendor,
    caughtBy: ['shape.200.json'],
    begin: onAnswer(200, (answer) => withBody(answer, '')),
  },
  {
    id: 'empty-body-for-empty-list',
    row: 17,
    title: 'A list with nothing in it is a 200 without a body',
    vendors: everyVendor,
    caughtBy: ['shape.200.json'],
    begin: onAnswer(200, (answer, call) => (itemCount(answer, call) === 0 ? withBody(answer, '') : answer)),
  },
  {
    id: 'json-truncated-error',
    row: null,
    title: 'The JSON of an error for an unknown user ends before its end',
    vendors: everyVendor,
    caughtBy: ['shape.404.body'],
    begin: onAnswer(404, (answer) => withBody(answer, answer.body.subarray(0, -2))),
  },
  {
    id: 'json-wrong-charset',
    row: null,
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
  readonly change: (body: string) => string;
}): Mutant {
  return ofBytes({ ...head, change: (body) => Buffer.from(change(body.toString())) });
}

function ofBytes({
  change,
  ...head
}: MutantHead & {
  readonly change: (body: Buffer) => Buffer;
}): Mutant {
  const begin = onAnswer(200, (answer: Answer, call: Call) =>
    itemCount(answer, call) === 0 ? answer : withBody(answer, change(answer.body)),
  );
  return { ...head, vendors: everyVendor, caughtBy: ['shape.200.json'], begin };
}

function withUmlaut(body: Buffer): string {
  return splitInText(body.toString()).join('é');
}

/** Splits at the beginning of the first text that a contract leaves open. */
function splitInText(body: string): readonly [string, string] {
  const names = ['name', ...Object.values(listShapes).map(({ slug }) => slug)].join('|');
  const at = body.search(new RegExp(`(?<="(?:${names})":\\s*")`));
  return [body.slice(0, at), body.slice(at)];
}
