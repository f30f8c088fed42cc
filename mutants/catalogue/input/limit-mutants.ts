import type { Answer } from '../../proxy/answer.ts';
import { type Call, parameterOf, withParameter } from '../../proxy/call.ts';
import type { Mutant, MutantHead } from '../../proxy/mutant.ts';
import { pageIn, useFirstValue, withPage } from '../kit/page.ts';
import { problem } from '../kit/problem.ts';
import { queryMutant, refusal } from './query-mutant.ts';

type Begin = Mutant['begin'];

/** Numbers in the query that are accepted or refused in violation of the contract. */
export const limitMutants: readonly Mutant[] = [
  readAsMutant({
    id: 'limit-zero-accepted',
    title: 'A limit of 0 returns an empty page',
    name: 'limit',
    check: 'below',
    pattern: /^[+-]?0+$/,
    read: () => 1,
    change: (answer) => (pageIn(answer) === null ? answer : withPage(answer, { items: [], size: 0 })),
  }),
  readAsMutant({
    id: 'limit-zero-is-default',
    title: 'A limit of 0 is read as the default',
    name: 'limit',
    check: 'below',
    pattern: /^[+-]?0+$/,
    read: () => 100,
  }),
  readAsMutant({
    id: 'limit-1001-accepted',
    title: 'A limit over 1,000 is read as 1,000',
    name: 'limit',
    check: 'above',
    pattern: /^\+?\d{4,}$/,
    read: () => 1000,
  }),
  readAsMutant({
    id: 'limit-negative-accepted',
    title: 'A negative limit is read as the default',
    name: 'limit',
    check: 'below',
    pattern: /^-\d+$/,
    read: () => 100,
  }),
  readAsMutant({
    id: 'skip-negative-accepted',
    title: 'A negative skip is read as 0',
    name: 'skip',
    check: 'below',
    pattern: /^-\d+$/,
    read: () => 0,
  }),
  ...(['limit', 'skip'] as const).flatMap((name) => [
    readAsMutant({
      id: `${name}-fraction-accepted`,
      title: `A ${name} with a fraction is truncated to an integer`,
      name,
      check: 'malformed',
      pattern: /^\d+\.\d+$/,
      read: (value) => Number.parseInt(value, 10),
    }),
    readAsMutant({
      id: `${name}-exponent-accepted`,
      title: `A ${name} with an exponent is accepted`,
      name,
      check: 'malformed',
      pattern: /^\d+e\d$/i,
      read: Number,
    }),
    readAsMutant({
      id: `${name}-hexadecimal-accepted`,
      title: `A hexadecimal ${name} is accepted`,
      name,
      check: 'malformed',
      pattern: /^0x[0-9a-f]{1,3}$/i,
      read: Number,
    }),
    readAsMutant({
      id: `${name}-word-ignored`,
      title: `A ${name} that is not a number is ignored`,
      name,
      check: 'malformed',
      pattern: /^[a-z]/i,
      read: () => null,
    }),
    readAsMutant({
      id: `${name}-trailing-text-accepted`,
      title: `The text after the digits of a ${name} is ignored`,
      name,
      check: 'malformed',
      pattern: /^\d+\D+$/,
      read: (value) => Number.parseInt(value, 10),
    }),
    readAsMutant({
      id: `${name}-empty-ignored`,
      title: `An empty ${name} is ignored`,
      name,
      check: 'empty',
      pattern: /^$/,
      read: () => null,
    }),
    queryMutant({
      id: `${name}-first-counts`,
      title: `If ${name} is repeated, the first value wins`,
      check: `${name}.repeated`,
      begin: useFirstValue(name),
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
      title: `A ${name} that is not a number returns 500`,
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
    title: 'A skip with more digits than the database can store returns 500',
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

/** Accepts a value that the upstream server refuses, and reads it as another; null leaves the parameter out. */
function readAsMutant({
  name,
  check,
  pattern,
  read,
  change = (answer) => answer,
  ...head
}: MutantHead & {
  readonly name: 'limit' | 'skip';
  readonly check: string;
  readonly pattern: RegExp;
  readonly read: (value: string) => number | null;
  readonly change?: (answer: Answer) => Answer;
}): Mutant {
  const begin: Begin = () => async (call: Call, ask) => {
    const answer = await ask(call);
    const value = parameterOf(call, name);
    if (answer.status !== 422 || value === undefined || !pattern.test(value)) return answer;
    return change(await ask(withParameter(call, name, read(value))));
  };
  return queryMutant({ ...head, check: `${name}.${check}`, begin });
}
