import { withBody, withHeader } from './answer.ts';
import { errorStatuses, onAnswer, onJson } from './change-answer.ts';
import { isObject, type Json } from './json.ts';
import { everyVendor, type Mutant } from './mutant.ts';

/** Errors whose body is not the contract's. */
export const errorMutants: readonly Mutant[] = [
  shaped(
    'error-of-another-vendor',
    20,
    'An error has the body of quite another API',
    errorStatuses,
    everyVendor,
    () => ({
      error: { code: 'not_found', message: 'Not found' },
    }),
  ),
  shaped(
    'error-list-as-at-junction',
    20,
    'The detail of a malformed id is a list, as at Junction and Mielto',
    [400],
    ['open-wearables'],
    () => ({
      detail: [{ loc: ['path', 'user_id'], msg: 'must be a UUID', type: 'uuid_parsing' }],
    }),
  ),
  shaped(
    'error-text-as-at-open-wearables',
    20,
    'The detail of invalid input is a text, as at Open Wearables',
    [422],
    ['junction', 'mielto'],
    () => ({
      detail: 'user_id: must be a UUID',
    }),
  ),
  shaped(
    'error-problem-details',
    20,
    'The body for an unknown user is the one of RFC 9457',
    [404],
    everyVendor,
    () => ({
      type: 'about:blank',
      title: 'Not Found',
      status: 404,
    }),
  ),
  shaped(
    'unauthorized-of-another-vendor',
    20,
    'The error without a key has a message in place of the detail',
    [401],
    everyVendor,
    () => ({
      message: 'Unauthorized',
    }),
  ),
  shaped(
    'error-detail-object',
    null,
    'The detail of an unknown user is an object',
    [404],
    everyVendor,
    () => ({
      detail: { message: 'User not found' },
    }),
  ),
  shaped(
    'error-detail-missing',
    null,
    'The error without a key is an empty object',
    [401],
    everyVendor,
    () => ({}),
  ),
  shaped(
    'error-detail-empty',
    null,
    'The detail of an unknown user is an empty text',
    [404],
    everyVendor,
    () => ({ detail: '' }),
  ),
  shaped('error-detail-null', null, 'The detail of an unknown user is null', [404], everyVendor, () => ({
    detail: null,
  })),
  shaped(
    'error-field-undocumented',
    null,
    'Errors have a field that the contract does not have',
    errorStatuses,
    everyVendor,
    (json) => (isObject(json) ? { ...json, timestamp: '2026-01-05T09:00:00Z' } : json),
  ),
  shaped(
    'validation-detail-empty',
    null,
    'The detail of invalid input is an empty list',
    [422],
    ['junction', 'mielto'],
    () => ({ detail: [] }),
  ),
  shaped(
    'validation-without-loc',
    null,
    'An entry in the detail of invalid input has no loc',
    [422],
    ['junction', 'mielto'],
    () => ({
      detail: [{ msg: 'is not valid', type: 'value_error' }],
    }),
  ),
  shaped(
    'validation-loc-text',
    null,
    'The loc in the detail of invalid input is a text',
    [422],
    ['junction', 'mielto'],
    () => ({
      detail: [{ loc: 'path.user_id', msg: 'is not valid', type: 'value_error' }],
    }),
  ),
  shaped(
    'validation-with-input',
    null,
    'An entry in the detail of invalid input has the input, which the contract does not have',
    [422],
    ['junction', 'mielto'],
    () => ({
      detail: [{ loc: ['path', 'user_id'], msg: 'is not valid', type: 'value_error', input: 'x' }],
    }),
  ),
  {
    id: 'unauthorized-empty',
    row: null,
    title: 'The error without a key has no body',
    vendors: everyVendor,
    caughtBy: ['shape.401.body'],
    begin: onAnswer(401, (answer) => withBody(answer, '')),
  },
  {
    id: 'not-found-html',
    row: null,
    title: 'The error for an unknown user is a page in HTML',
    vendors: everyVendor,
    caughtBy: ['shape.404.content-type', 'shape.404.body'],
    begin: onAnswer(404, (answer) =>
      withHeader(
        withBody(answer, '<!doctype html><title>404</title><h1>Not found</h1>'),
        'Content-Type',
        'text/html',
      ),
    ),
  },
  {
    id: 'not-found-html-as-json',
    row: null,
    title: 'The error for an unknown user is a page in HTML that calls itself JSON',
    vendors: everyVendor,
    caughtBy: ['shape.404.body'],
    begin: onAnswer(404, (answer) => withBody(answer, '<!doctype html><title>404</title><h1>Not found</h1>')),
  },
];

function shaped(
  id: string,
  row: number | null,
  title: string,
  statuses: readonly number[],
  vendors: Mutant['vendors'],
  change: (json: Json) => Json,
): Mutant {
  const caughtBy = statuses.map((status) => `shape.${status}.body`);
  return { id, row, title, vendors, caughtBy, begin: onJson(statuses, change) };
}
