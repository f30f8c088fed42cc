import { type Answer, jsonAnswer } from '../../proxy/answer.ts';
import { type Call, parameterOf, withParameter } from '../../proxy/call.ts';
import type { Mutant, MutantHead } from '../../proxy/mutant.ts';
import { problem } from '../kit/change-answer.ts';
import { firstOf, pageIn } from '../kit/page.ts';
import { refusal } from '../meaning/filter-mutants.ts';

type Begin = Mutant['begin'];

/** Numbers in the query that are taken or refused against the contract. */
export const limitMutants: readonly Mutant[] = [
  taking({
    id: 'limit-zero-accepted',
    row: 30,
    title: 'A limit of 0 is an empty page',
    name: 'limit',
    check: 'below',
    form: /^[+-]?0+$/,
    read: () => 1,
    change: (answer) => {
      const page = pageIn(answer);
      return page === null ? answer : jsonAnswer(200, { ...page, connections: [], size: 0 });
    },
  }),
  taking({
    id: 'limit-zero-is-default',
    row: 30,
    title: 'A limit of 0 is the default',
    name: 'limit',
    check: 'below',
    form: /^[+-]?0+$/,
    read: () => 100,
  }),
  taking({
    id: 'limit-1001-accepted',
    row: 30,
    title: 'A limit over 1,000 is taken for 1,000',
    name: 'limit',
    check: 'above',
    form: /^\+?\d{4,}$/,
    read: () => 1000,
  }),
  taking({
    id: 'limit-negative-accepted',
    row: null,
    title: 'A negative limit is the default',
    name: 'limit',
    check: 'below',
    form: /^-\d+$/,
    read: () => 100,
  }),
  taking({
    id: 'skip-negative-accepted',
    row: null,
    title: 'A negative skip is taken for 0',
    name: 'skip',
    check: 'below',
    form: /^-\d+$/,
    read: () => 0,
  }),
  ...(['limit', 'skip'] as const).flatMap((name) => [
    taking({
      id: `${name}-fraction-accepted`,
      row: null,
      title: `A ${name} that is no whole number is cut to one`,
      name,
      check: 'malformed',
      form: /^\d+\.\d+$/,
      read: (value) => Number.parseInt(value, 10),
    }),
    taking({
      id: `${name}-exponent-accepted`,
      row: null,
      title: `A ${name} with an exponent is taken`,
      name,
      check: 'malformed',
      form: /^\d+e\d$/i,
      read: Number,
    }),
    taking({
      id: `${name}-hexadecimal-accepted`,
      row: null,
      title: `A hexadecimal ${name} is taken`,
      name,
      check: 'malformed',
      form: /^0x[0-9a-f]{1,3}$/i,
      read: Number,
    }),
    taking({
      id: `${name}-word-ignored`,
      row: null,
      title: `A ${name} that is no number is ignored`,
      name,
      check: 'malformed',
      form: /^[a-z]/i,
      read: () => null,
    }),
    taking({
      id: `${name}-trailing-text-accepted`,
      row: null,
      title: `What comes after the digits of a ${name} is ignored`,
      name,
      check: 'malformed',
      form: /^\d+\D+$/,
      read: (value) => Number.parseInt(value, 10),
    }),
    taking({
      id: `${name}-empty-ignored`,
      row: null,
      title: `An empty ${name} is ignored`,
      name,
      check: 'empty',
      form: /^$/,
      read: () => null,
    }),
    input({
      id: `${name}-first-counts`,
      row: null,
      title: `Of a repeated ${name} the first counts`,
      check: `${name}.repeated`,
      begin: firstOf(name),
    }),
    input({
      id: `${name}-repeated-refused`,
      row: null,
      title: `A repeated ${name} is refused`,
      check: `${name}.repeated`,
      begin: () => async (call, ask) =>
        new URLSearchParams(call.search).getAll(name).length > 1
          ? refusal(name, 'must be given once')
          : ask(call),
    }),
    input({
      id: `${name}-malformed-fails`,
      row: null,
      title: `A ${name} that is no number is a 500`,
      check: `${name}.malformed`,
      begin: () => async (call, ask) => {
        const isNumber = /^\s*[+-]?\d+\s*$/.test(parameterOf(call, name) ?? '0');
        const answer = await ask(call);
        return answer.status === 422 && !isNumber ? problem(500, 'Internal server error') : answer;
      },
    }),
  ]),
  input({
    id: 'limit-1000-refused',
    row: null,
    title: 'A limit of 1,000 is refused',
    check: 'limit.boundaries',
    begin: () => async (call, ask) =>
      parameterOf(call, 'limit') === '1000' ? refusal('limit', 'must be less than 1000') : ask(call),
  }),
  input({
    id: 'limit-1-refused',
    row: null,
    title: 'A limit of 1 is refused',
    check: 'limit.boundaries',
    begin: () => async (call, ask) =>
      parameterOf(call, 'limit') === '1' ? refusal('limit', 'must be more than 1') : ask(call),
  }),
  input({
    id: 'skip-0-refused',
    row: null,
    title: 'A skip of 0 is refused',
    check: 'skip.boundaries',
    begin: () => async (call, ask) =>
      parameterOf(call, 'skip') === '0' ? refusal('skip', 'must be more than 0') : ask(call),
  }),
  input({
    id: 'skip-huge-fails',
    row: null,
    title: 'A skip of more digits than the database takes is a 500',
    check: 'skip.huge',
    begin: () => async (call, ask) =>
      /^\d{10,}$/.test(parameterOf(call, 'skip') ?? '') ? problem(500, 'Internal server error') : ask(call),
  }),
  input({
    id: 'unknown-parameter-refused',
    row: null,
    title: 'A parameter that the contract does not have is refused',
    check: 'unknown-parameter',
    begin: () => async (call, ask) => {
      const known = ['skip', 'limit', 'status', 'integration_type'];
      const unknown = [...new URLSearchParams(call.search).keys()].find((name) => !known.includes(name));
      return unknown === undefined ? ask(call) : refusal(unknown, 'is not known');
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
  return input({ ...head, check: `${name}.${check}`, begin });
}

function input({
  check,
  begin,
  ...head
}: MutantHead & {
  readonly check: string;
  readonly begin: Begin;
}): Mutant {
  return { ...head, vendors: ['mielto'], caughtBy: [`input.${check}`], begin };
}
