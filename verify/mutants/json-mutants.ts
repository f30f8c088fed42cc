import { type Answer, withBody, withHeader } from './answer.ts';
import type { Call } from './call.ts';
import { itemCount, onAnswer } from './change-answer.ts';
import { listShapes } from './list-body.ts';
import { everyVendor, type Mutant } from './mutant.ts';

/** Bodies that are no JSON, or not one JSON text of UTF-8. */
export const jsonMutants: readonly Mutant[] = [
  ofLists('json-truncated', 17, 'The JSON ends before its end', (body) => body.slice(0, -7)),
  ofLists('json-duplicate-keys', 17, 'A connection has its status twice, with two values', (body) =>
    body.replace(/"status":/, '"status":"unheard-of","status":'),
  ),
  ofLists(
    'json-duplicate-keys-last',
    17,
    'The last connection has its status twice, with the same value',
    (body) => body.replace(/^(.*)("status":\s*"[^"]*")/s, '$1$2,$2'),
  ),
  ofLists('json-trailing-text', null, 'Text stands after the JSON', (body) => `${body}\nnull`),
  ofLists('json-trailing-comma', null, 'A comma stands after the last connection', (body) =>
    body.replace(/\}(\s*\])/, '},$1'),
  ),
  ofLists('json-nan', null, 'The body holds NaN, which is no JSON', (body) =>
    body.replace(/:\s*(null|"[^"]*")/, ':NaN'),
  ),
  ofLists(
    'json-guarded',
    null,
    'A guard against script inclusion stands before the JSON',
    (body) => `)]}',\n${body}`,
  ),
  ofLists('json-in-text', null, 'The JSON is written as JSON once more', (body) => JSON.stringify(body)),
  ofLists('json-lines', null, 'Each connection is a JSON text of its own, on a line of its own', (body) =>
    body.replaceAll(/\},(\s*)\{/g, '}\n$1{'),
  ),
  ofLists(
    'json-byte-order-mark',
    null,
    'A byte order mark stands before the JSON',
    (body) => `\uFEFF${body}`,
  ),
  ofBytes('json-latin-1', 'The body is written in Latin-1', (body) =>
    Buffer.from(withUmlaut(body), 'latin1'),
  ),
  ofBytes('json-utf-16', 'The body is written in UTF-16', (body) => Buffer.from(body.toString(), 'utf16le')),
  ofBytes('json-invalid-utf-8', 'A text holds half a character of UTF-8', (body) => {
    const [before = '', after = ''] = splitInText(body.toString());
    return Buffer.concat([Buffer.from(before), Buffer.from([0xf0, 0x9f]), Buffer.from(after)]);
  }),
  ofBytes('json-nul', 'A text holds NUL as it stands', (body) => {
    const [before = '', after = ''] = splitInText(body.toString());
    return Buffer.from(`${before}\0${after}`);
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

function ofLists(id: string, row: number | null, title: string, change: (body: string) => string): Mutant {
  return { ...ofBytes(id, title, (body) => Buffer.from(change(body.toString()))), row };
}

function ofBytes(id: string, title: string, change: (body: Buffer) => Buffer): Mutant {
  const begin = onAnswer(200, (answer: Answer, call: Call) =>
    itemCount(answer, call) === 0 ? answer : withBody(answer, change(answer.body)),
  );
  return { id, row: null, title, vendors: everyVendor, caughtBy: ['shape.200.json'], begin };
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
