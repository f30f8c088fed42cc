import { type Answer, withHeader, withoutHeader } from './answer.ts';
import { errorStatuses, onAnswer } from './change-answer.ts';
import { everyVendor, type Mutant } from './mutant.ts';

const ofEach = [
  'shape.401.content-type',
  'shape.404.content-type',
  'shape.400.content-type',
  'shape.422.content-type',
];

/** Content types that the contracts do not declare. */
export const contentTypeMutants: readonly Mutant[] = [
  of(
    200,
    'content-type-html',
    15,
    'The content type of a list is text/html',
    typed('text/html; charset=utf-8'),
  ),
  of(200, 'content-type-plain', 15, 'The content type of a list is text/plain', typed('text/plain')),
  of(200, 'content-type-missing', 15, 'A list has no content type', (answer) =>
    withoutHeader(answer, 'content-type'),
  ),
  of(
    200,
    'content-type-problem',
    16,
    'The content type of a list is application/problem+json',
    typed('application/problem+json'),
  ),
  of(
    200,
    'content-type-vendor',
    null,
    'The content type of a list is one of the vendor',
    typed('application/vnd.api+json'),
  ),
  of(200, 'content-type-malformed', null, 'The content type of a list has no subtype', typed('json')),
  of(200, 'content-type-twice', null, 'A list has two content types', (answer) => ({
    ...answer,
    headers: [...answer.headers, ['Content-Type', 'text/html']],
  })),
  of(
    404,
    'not-found-html-type',
    15,
    'The content type of the error for an unknown user is text/html',
    typed('text/html'),
  ),
  of(
    401,
    'unauthorized-plain-type',
    15,
    'The content type of the error without a key is text/plain',
    typed('text/plain'),
  ),
  of([400, 422], 'invalid-without-type', 15, 'The error for invalid input has no content type', (answer) =>
    withoutHeader(answer, 'content-type'),
  ),
  of(
    errorStatuses,
    'error-problem-type',
    16,
    'The content type of errors is application/problem+json',
    typed('application/problem+json'),
  ),
];

function of(
  statuses: number | readonly number[],
  id: string,
  row: number | null,
  title: string,
  change: (answer: Answer) => Answer,
): Mutant {
  const caughtBy = statuses === 200 ? ['shape.200.content-type'] : ofEach;
  return { id, row, title, vendors: everyVendor, caughtBy, begin: onAnswer(statuses, change) };
}

function typed(type: string): (answer: Answer) => Answer {
  return (answer) => withHeader(answer, 'Content-Type', type);
}
