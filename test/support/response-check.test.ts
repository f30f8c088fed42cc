import { expect, test } from 'vitest';
import { createResponseCheck, type WireAnswer } from './response-check.ts';

const checkResponse = createResponseCheck('mielto.yaml');
const list = { method: 'get', path: '/api/v1/connections/users/{user_id}' };
const json = { 'content-type': 'application/json' };
const empty = { connections: [], total: 0, page: 1, size: 100 };

function answer(status: number, headers: WireAnswer['headers'], body: unknown): WireAnswer {
  return { status, headers, text: body === undefined ? '' : JSON.stringify(body) };
}

test('the response check accepts answers that conform', async () => {
  expect(await checkResponse(list, answer(200, json, empty))).toEqual([]);
  expect(await checkResponse(list, answer(503, { ...json, 'retry-after': '5' }, { detail: 'Away' }))).toEqual(
    [],
  );
});

test.each([
  ['an undeclared status', answer(418, json, empty), 'the status 418 is not declared'],
  [
    'an undeclared content type',
    answer(200, { 'content-type': 'text/html' }, empty),
    'the content type text/html is not declared',
  ],
  [
    'a charset, which JSON does not define',
    answer(200, { 'content-type': 'application/json; charset=utf-8' }, empty),
    'the content type application/json; charset=utf-8 is not declared',
  ],
  ['a missing header', answer(503, json, { detail: 'Away' }), 'the header Retry-After is missing'],
  [
    'a header that is not a number',
    answer(503, { ...json, 'retry-after': 'soon' }, { detail: 'Away' }),
    'the header Retry-After is soon',
  ],
  ['an additional field', answer(200, json, { ...empty, token: 'x' }), '#/token'],
  ['a page of another type', answer(200, json, { ...empty, page: '1' }), '#/page'],
])('the response check reports %s', async (_, given, finding) => {
  expect(await checkResponse(list, given)).toContain(finding);
});

test('the response check reports a body if none is declared', async () => {
  const remove = { method: 'delete', path: '/sandbox/workspaces/{workspace_id}' };
  const checkSandbox = createResponseCheck('sandbox.yaml');
  expect(await checkSandbox(remove, answer(204, {}, undefined))).toEqual([]);
  expect(await checkSandbox(remove, answer(204, {}, {}))).toEqual(['a body is not declared']);
});
