import { type Answer, withHeader, withoutHeader } from '../../proxy/answer.ts';
import { everyVendor, type Mutant, type MutantHead } from '../../proxy/mutant.ts';
import { errorStatuses, onAnswer } from '../kit/change-answer.ts';

const errorChecks = [
  'shape.401.content-type',
  'shape.404.content-type',
  'shape.400.content-type',
  'shape.422.content-type',
];

/** Undocumented content types. */
export const contentTypeMutants: readonly Mutant[] = [
  contentTypeMutant({
    statuses: 200,
    id: 'content-type-html',
    title: 'The content type of a list is text/html',
    change: withContentType('text/html; charset=utf-8'),
  }),
  contentTypeMutant({
    statuses: 200,
    id: 'content-type-plain',
    title: 'The content type of a list is text/plain',
    change: withContentType('text/plain'),
  }),
  contentTypeMutant({
    statuses: 200,
    id: 'content-type-missing',
    title: 'A list has no content type',
    change: (answer) => withoutHeader(answer, 'content-type'),
  }),
  contentTypeMutant({
    statuses: 200,
    id: 'content-type-problem',
    title: 'The content type of a list is application/problem+json',
    change: withContentType('application/problem+json'),
  }),
  contentTypeMutant({
    statuses: 200,
    id: 'content-type-vendor',
    title: 'The content type of a list is application/vnd.api+json',
    change: withContentType('application/vnd.api+json'),
  }),
  contentTypeMutant({
    statuses: 200,
    id: 'content-type-malformed',
    title: 'The content type of a list has no subtype',
    change: withContentType('json'),
  }),
  contentTypeMutant({
    statuses: 200,
    id: 'content-type-twice',
    title: 'A list has two content types',
    change: (answer) => ({
      ...answer,
      headers: [...answer.headers, ['Content-Type', 'text/html']],
    }),
  }),
  contentTypeMutant({
    statuses: 404,
    id: 'not-found-html-type',
    title: 'The content type of the error for an unknown user is text/html',
    change: withContentType('text/html'),
  }),
  contentTypeMutant({
    statuses: 401,
    id: 'unauthorized-plain-type',
    title: 'The content type of the error for a missing key is text/plain',
    change: withContentType('text/plain'),
  }),
  contentTypeMutant({
    statuses: [400, 422],
    id: 'invalid-without-type',
    title: 'The error for invalid input has no content type',
    change: (answer) => withoutHeader(answer, 'content-type'),
  }),
  contentTypeMutant({
    statuses: errorStatuses,
    id: 'error-problem-type',
    title: 'The content type of errors is application/problem+json',
    change: withContentType('application/problem+json'),
  }),
];

function contentTypeMutant({
  statuses,
  change,
  ...head
}: MutantHead & {
  readonly statuses: number | readonly number[];
  readonly change: (answer: Answer) => Answer;
}): Mutant {
  const caughtBy = statuses === 200 ? ['shape.200.content-type'] : errorChecks;
  return { ...head, vendors: everyVendor, caughtBy, begin: onAnswer(statuses, change) };
}

function withContentType(type: string): (answer: Answer) => Answer {
  return (answer) => withHeader(answer, 'Content-Type', type);
}
