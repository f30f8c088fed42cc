import { withBody, withHeader } from '../../proxy/answer.ts';
import { isObject, type Json } from '../../proxy/json.ts';
import { everyVendor, type Mutant, type MutantHead } from '../../proxy/mutant.ts';
import { errorStatuses, onAnswer, onJson } from '../kit/change-answer.ts';

/** Errors with another body than the contract's. */
export const errorMutants: readonly Mutant[] = [
  bodyMutant({
    id: 'error-of-another-vendor',
    title: 'Errors have the body of another API',
    statuses: errorStatuses,
    vendors: everyVendor,
    change: () => ({
      error: { code: 'not_found', message: 'Not found' },
    }),
  }),
  bodyMutant({
    id: 'error-list-as-at-junction',
    title: "The detail for a malformed id is a list, as in Junction's and Mielto's errors",
    statuses: [400],
    vendors: ['open-wearables'],
    change: () => ({
      detail: [{ loc: ['path', 'user_id'], msg: 'must be a UUID', type: 'uuid_parsing' }],
    }),
  }),
  bodyMutant({
    id: 'error-text-as-at-open-wearables',
    title: "The detail for invalid input is a string, as in Open Wearables' errors",
    statuses: [422],
    vendors: ['junction', 'mielto'],
    change: () => ({
      detail: 'user_id: must be a UUID',
    }),
  }),
  bodyMutant({
    id: 'error-problem-details',
    title: 'The error for an unknown user has the format of RFC 9457',
    statuses: [404],
    vendors: everyVendor,
    change: () => ({
      type: 'about:blank',
      title: 'Not Found',
      status: 404,
    }),
  }),
  bodyMutant({
    id: 'unauthorized-of-another-vendor',
    title: 'The error for a missing key has a message instead of the detail',
    statuses: [401],
    vendors: everyVendor,
    change: () => ({
      message: 'Unauthorized',
    }),
  }),
  bodyMutant({
    id: 'error-detail-object',
    title: 'The detail for an unknown user is an object',
    statuses: [404],
    vendors: everyVendor,
    change: () => ({
      detail: { message: 'User not found' },
    }),
  }),
  bodyMutant({
    id: 'error-detail-missing',
    title: 'The error for a missing key is an empty object',
    statuses: [401],
    vendors: everyVendor,
    change: () => ({}),
  }),
  bodyMutant({
    id: 'error-detail-empty',
    title: 'The detail for an unknown user is an empty string',
    statuses: [404],
    vendors: everyVendor,
    change: () => ({ detail: '' }),
  }),
  bodyMutant({
    id: 'error-detail-null',
    title: 'The detail for an unknown user is null',
    statuses: [404],
    vendors: everyVendor,
    change: () => ({
      detail: null,
    }),
  }),
  bodyMutant({
    id: 'error-field-undocumented',
    title: 'Errors have an undocumented field',
    statuses: errorStatuses,
    vendors: everyVendor,
    change: (json) => (isObject(json) ? { ...json, timestamp: '2026-01-05T09:00:00Z' } : json),
  }),
  bodyMutant({
    id: 'validation-detail-empty',
    title: 'The detail for invalid input is an empty list',
    statuses: [422],
    vendors: ['junction', 'mielto'],
    change: () => ({ detail: [] }),
  }),
  bodyMutant({
    id: 'validation-without-loc',
    title: 'An entry in the detail for invalid input has no loc',
    statuses: [422],
    vendors: ['junction', 'mielto'],
    change: () => ({
      detail: [{ msg: 'is not valid', type: 'value_error' }],
    }),
  }),
  bodyMutant({
    id: 'validation-loc-text',
    title: 'The loc in the detail for invalid input is a string',
    statuses: [422],
    vendors: ['junction', 'mielto'],
    change: () => ({
      detail: [{ loc: 'path.user_id', msg: 'is not valid', type: 'value_error' }],
    }),
  }),
  bodyMutant({
    id: 'validation-with-help',
    title: 'An entry in the detail for invalid input has the undocumented field help',
    statuses: [422],
    vendors: ['junction', 'mielto'],
    change: () => ({
      detail: [
        { loc: ['path', 'user_id'], msg: 'is not valid', type: 'value_error', help: 'https://example.com/x' },
      ],
    }),
  }),
  {
    id: 'wrong-key-other-text',
    title: 'The error for a wrong key has another text',
    vendors: ['open-wearables'],
    caughtBy: ['shape.error-texts'],
    begin: onJson(401, () => ({ detail: 'Forbidden' })),
  },
  {
    id: 'unknown-user-other-text',
    title: 'The error for an unknown user has another text',
    vendors: ['open-wearables'],
    caughtBy: ['shape.error-texts'],
    begin: onJson(404, () => ({ detail: 'No such user' })),
  },
  {
    id: 'unauthorized-empty',
    title: 'The error for a missing key has no body',
    vendors: everyVendor,
    caughtBy: ['shape.401.body'],
    begin: onAnswer(401, (answer) => withBody(answer, '')),
  },
  {
    id: 'not-found-html',
    title: 'The error for an unknown user is an HTML page',
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
    title: 'The error for an unknown user is an HTML page with the content type of JSON',
    vendors: everyVendor,
    caughtBy: ['shape.404.body'],
    begin: onAnswer(404, (answer) => withBody(answer, '<!doctype html><title>404</title><h1>Not found</h1>')),
  },
];

function bodyMutant({
  statuses,
  vendors,
  change,
  ...head
}: MutantHead & {
  readonly statuses: readonly number[];
  readonly vendors: Mutant['vendors'];
  readonly change: (json: Json) => Json;
}): Mutant {
  const caughtBy = statuses.map((status) => `shape.${status}.body`);
  return { ...head, vendors, caughtBy, begin: onJson(statuses, change) };
}
