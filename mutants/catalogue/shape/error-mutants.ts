import { withBody, withHeader } from '../../proxy/answer.ts';
import { isObject, type Json } from '../../proxy/json.ts';
import { everyVendor, type Mutant, type MutantHead } from '../../proxy/mutant.ts';
import { errorStatuses, onAnswer, onJson } from '../kit/change-answer.ts';

/** Errors whose body is not the contract's. */
export const errorMutants: readonly Mutant[] = [
  shaped({
    id: 'error-of-another-vendor',
    title: 'An error has the body of quite another API',
    statuses: errorStatuses,
    vendors: everyVendor,
    change: () => ({
      error: { code: 'not_found', message: 'Not found' },
    }),
  }),
  shaped({
    id: 'error-list-as-at-junction',
    title: 'The detail of a malformed id is a list, as at Junction and Mielto',
    statuses: [400],
    vendors: ['open-wearables'],
    change: () => ({
      detail: [{ loc: ['path', 'user_id'], msg: 'must be a UUID', type: 'uuid_parsing' }],
    }),
  }),
  shaped({
    id: 'error-text-as-at-open-wearables',
    title: 'The detail of invalid input is a text, as at Open Wearables',
    statuses: [422],
    vendors: ['junction', 'mielto'],
    change: () => ({
      detail: 'user_id: must be a UUID',
    }),
  }),
  shaped({
    id: 'error-problem-details',
    title: 'The body for an unknown user is the one of RFC 9457',
    statuses: [404],
    vendors: everyVendor,
    change: () => ({
      type: 'about:blank',
      title: 'Not Found',
      status: 404,
    }),
  }),
  shaped({
    id: 'unauthorized-of-another-vendor',
    title: 'The error without a key has a message in place of the detail',
    statuses: [401],
    vendors: everyVendor,
    change: () => ({
      message: 'Unauthorized',
    }),
  }),
  shaped({
    id: 'error-detail-object',
    title: 'The detail of an unknown user is an object',
    statuses: [404],
    vendors: everyVendor,
    change: () => ({
      detail: { message: 'User not found' },
    }),
  }),
  shaped({
    id: 'error-detail-missing',
    title: 'The error without a key is an empty object',
    statuses: [401],
    vendors: everyVendor,
    change: () => ({}),
  }),
  shaped({
    id: 'error-detail-empty',
    title: 'The detail of an unknown user is an empty text',
    statuses: [404],
    vendors: everyVendor,
    change: () => ({ detail: '' }),
  }),
  shaped({
    id: 'error-detail-null',
    title: 'The detail of an unknown user is null',
    statuses: [404],
    vendors: everyVendor,
    change: () => ({
      detail: null,
    }),
  }),
  shaped({
    id: 'error-field-undocumented',
    title: 'Errors have a field that the contract does not have',
    statuses: errorStatuses,
    vendors: everyVendor,
    change: (json) => (isObject(json) ? { ...json, timestamp: '2026-01-05T09:00:00Z' } : json),
  }),
  shaped({
    id: 'validation-detail-empty',
    title: 'The detail of invalid input is an empty list',
    statuses: [422],
    vendors: ['junction', 'mielto'],
    change: () => ({ detail: [] }),
  }),
  shaped({
    id: 'validation-without-loc',
    title: 'An entry in the detail of invalid input has no loc',
    statuses: [422],
    vendors: ['junction', 'mielto'],
    change: () => ({
      detail: [{ msg: 'is not valid', type: 'value_error' }],
    }),
  }),
  shaped({
    id: 'validation-loc-text',
    title: 'The loc in the detail of invalid input is a text',
    statuses: [422],
    vendors: ['junction', 'mielto'],
    change: () => ({
      detail: [{ loc: 'path.user_id', msg: 'is not valid', type: 'value_error' }],
    }),
  }),
  shaped({
    id: 'validation-with-input',
    title: 'An entry in the detail of invalid input has the input, which the contract does not have',
    statuses: [422],
    vendors: ['junction', 'mielto'],
    change: () => ({
      detail: [{ loc: ['path', 'user_id'], msg: 'is not valid', type: 'value_error', input: 'x' }],
    }),
  }),
  {
    id: 'unauthorized-empty',
    title: 'The error without a key has no body',
    vendors: everyVendor,
    caughtBy: ['shape.401.body'],
    begin: onAnswer(401, (answer) => withBody(answer, '')),
  },
  {
    id: 'not-found-html',
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
    title: 'The error for an unknown user is a page in HTML that calls itself JSON',
    vendors: everyVendor,
    caughtBy: ['shape.404.body'],
    begin: onAnswer(404, (answer) => withBody(answer, '<!doctype html><title>404</title><h1>Not found</h1>')),
  },
];

function shaped({
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
