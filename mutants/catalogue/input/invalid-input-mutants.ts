import type { Answer } from '../../proxy/answer.ts';
import { isObject } from '../../proxy/json.ts';
import { everyVendor, type Mutant, type MutantHead } from '../../proxy/mutant.ts';
import { onAnswer, onJson } from '../kit/change-answer.ts';
import { queryMutant, refusal } from './query-mutant.ts';

/** Invalid input that is refused in another way than the contract says. */
export const invalidInputMutants: readonly Mutant[] = [
  {
    ...statusMutant({
      id: 'unprocessable-undeclared',
      title: 'A malformed id returns 422, which is undocumented',
      statuses: [400],
      status: 422,
    }),
    vendors: ['open-wearables'],
  },
  {
    ...statusMutant({
      id: 'bad-request-undeclared',
      title: 'Invalid input returns 400, which is undocumented',
      statuses: [422],
      status: 400,
    }),
    vendors: ['junction', 'mielto'],
  },
  statusMutant({
    id: 'invalid-as-200',
    title: 'Invalid input returns 200 with the body of the error',
    statuses: [400, 422],
    status: 200,
  }),
  {
    id: 'refusal-names-no-parameter',
    title: 'The error for invalid input names another parameter',
    vendors: ['junction', 'mielto'],
    caughtBy: ['input.user_id.malformed', 'input.limit.malformed'],
    begin: onJson(422, (json) =>
      isObject(json) && Array.isArray(json.detail)
        ? {
            ...json,
            detail: json.detail.map((entry) => (isObject(entry) ? { ...entry, loc: ['query', 'q'] } : entry)),
          }
        : json,
    ),
  },
  queryMutant({
    id: 'unknown-parameter-refused',
    title: 'An unknown parameter is refused',
    check: 'unknown-parameter',
    begin: () => async (call, ask) => {
      const known = call.operation.parameters.map(({ name }) => name);
      const unknown = [...new URLSearchParams(call.search).keys()].find((name) => !known.includes(name));
      return unknown === undefined ? ask(call) : refusal(unknown, 'is not known');
    },
  }),
];

/** Sends the same error with another status. */
function statusMutant({
  statuses,
  status,
  ...head
}: MutantHead & {
  readonly statuses: readonly number[];
  readonly status: number;
}): Mutant {
  const caughtBy = ['input.user_id.malformed', 'input.limit.malformed'];
  const begin = onAnswer(statuses, (answer): Answer => ({ ...answer, status }));
  return { ...head, vendors: everyVendor, caughtBy, begin };
}
