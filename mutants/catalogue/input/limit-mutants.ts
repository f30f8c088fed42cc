import type { Answer } from '../../proxy/answer.ts';
import { type Call, parameterOf, withParameter } from '../../proxy/call.ts';
import type { Mutant, MutantHead } from '../../proxy/mutant.ts';
import { firstOf, pageIn, withPage } from '../kit/page.ts';
import { problem } from '../kit/problem.ts';
import { queryMutant, refusal } from './query-mutant.ts';

type Begin = Mutant['begin'];

/** Numbers in the query that are taken or refused against the contract. */
export const limitMutants: readonly Mutant[] = [
  taking({
    id: 'limit-zero-accepted',
    title: 'A limit of 0 is an empty page',
    name: 'limit',
    check: 'below',
    form: /^[+-]?0+$/,
    read: () => 1,
    change: (answer) => (pageIn(answer) === null ? answer : withPage(answer, { items: [], size: 0 })),
  }),
  taking({
    id: 'limit-zero-is-default',
    title: 'A limit of 0 is the default',
    name: 'limit',
    check: 'below',
    form: /^[+-]?0+$/,
    read: () => 100,
  }),
  taking({
    id: 'limit-1001-accepted',
    title: 'A limit over 1,000 is taken for 1,000',
    name: 'limit',
    check: 'above',
    form: /^\+?\d{4,}$/,
    read: () => 1000,
  }),
  taking({
    id: 'limit-negative-accepted',
    title: 'A negative limit is the default',
    name: 'limit',
    check: 'below',
    form: /^-\d+$/,
    read: () => 100,
  }),
  taking({
    id: 'skip-negative-accepted',
    title: 'A negative skip is taken for 0',
    name: 'skip',
    check: 'below',
    form: /^-\d+$/,
    read: () => 0,
  }),
  ...(['limit', 'skip'] as const).flatMap((name) => [
    taking({
      id: `${name}-fraction-accepted`,
      title: `A ${name} that is not a whole number is cut to one`,
      name,
      check: 'malformed',
      form: /^\d+\.\d+$/,
      read: (value) => Number.parseInt(value, 10),
    }),
    taking({
      id: `${name}-exponent-accepted`,
      title: `A ${name} with an exponent is taken`,
      name,
      check: 'malformed',
      form: /^\d+e\d$/i,
      read: Number,
    }),
    taking({
      id: `${name}-hexadecimal-accepted`,
      title: `A hexadecimal ${name} is taken`,
      name,
      check: 'malformed',
      form: /^0x[0-9a-f]{1,3}$/i,
      read: Number,
    }),
    taking({
      id: `${name}-word-ignored`,
      title: `A ${name} that is not a number is ignored`,
      name,
      check: 'malformed',
      form: /^[a-z]/i,
      read: () => null,
    }),
    taking({
      id: `${name}-trailing-text-accepted`,
      title: `What comes after the digits of a ${name} is ignored`,
      name,
      check: 'malformed',
      form: /^\d+\D+$/,
      read: (value) => Number.parseInt(value, 10),
    }),
    taking({
      id: `${name}-empty-ignored`,
      title: `An empty ${name} is ignored`,
      name,
      check: 'empty',
      form: /^$/,
      read: () => null,
    }),
    queryMutant({
      id: `${name}-first-counts`,
      title: `Of a repeated ${name} the first counts`,
      check: `${name}.repeated`,
      begin: firstOf(name),
    }),
    queryMutant({
      id: `${name}-repeated-refused`,
      title: `A repeated ${name} is refused`,
      check: `${name}.repeated`,
      begin: () => async (call, ask) =>
        new URLSearchParams(call.search).getAll(name).length > 1
          ? refusal(name, 'must be given once')
          : ask(call),
    }),
    queryMutant({
      id: `${name}-malformed-fails`,
      title: `A ${name} that is not a number is a 500`,
      check: `${name}.malformed`,
      begin: () => async (call, ask) => {
        const isNumber = /^\s*[+-]?\d+\s*$/.test(parameterOf(call, name) ?? '0');
        const answer = await ask(call);
        return answer.status === 422 && !isNumber ? problem(call, 500, 'Internal server error') : answer;
      },
    }),
  ]),
  queryMutant({
    id: 'limit-1000-refused',
    title: 'A limit of 1,000 is refused',
    check: 'limit.boundaries',
    begin: () => async (call, ask) =>
      parameterOf(call, 'limit') === '1000' ? refusal('limit', 'must be less than 1000') : ask(call),
  }),
  queryMutant({
    id: 'limit-1-refused',
    title: 'A limit of 1 is refused',
    check: 'limit.boundaries',
    begin: () => async (call, ask) =>
      parameterOf(call, 'limit') === '1' ? refusal('limit', 'must be more than 1') : ask(call),
  }),
  queryMutant({
    id: 'skip-0-refused',
    title: 'A skip of 0 is refused',
    check: 'skip.boundaries',
    begin: () => async (call, ask) =>
      parameterOf(call, 'skip') === '0' ? refusal('skip', 'must be more than 0') : ask(call),
  }),
  queryMutant({
    id: 'skip-huge-fails',
    title: 'A skip of more digits than the database takes is a 500',
    check: 'skip.huge',
    begin: () => async (call, ask) =>
      /^\d{10,}$/.test(parameterOf(call, 'skip') ?? '')
        ? problem(call, 500, 'Internal server error')
        : ask(call),
  }),
  queryMutant({
    id: 'leading-zero-octal',
    title: 'A limit with a leading zero is read as an octal number',
    check: 'limit.signed',
    begin: () => (call, ask) => {
      const limit = parameterOf(call, 'limit') ?? '';
      return ask(/^0[0-7]+$/.test(limit) ? withParameter(call, 'limit', Number.parseInt(limit, 8)) : call);
    },
  }),
];

/** Takes a value that the upstream server refuses for another; null leaves the parameter out. */
function taking({
  name,
  check,
  form,
  read,
  change = (answer) => answer,
  ...head
}: MutantHead & {
  readonly name: 'limit' | 'skip';
  readonly check: string;
  readonly form: RegExp;
  readonly read: (value: string) => number | null;
  readonly change?: (answer: Answer) => Answer;
}): Mutant {
  const begin: Begin = () => async (call: Call, ask) => {
    const answer = await ask(call);
    const value = parameterOf(call, name);
    if (answer.status !== 422 || value === undefined || !form.test(value)) return answer;
    return change(await ask(withParameter(call, name, read(value))));
  };
  return queryMutant({ ...head, check: `${name}.${check}`, begin });
}
