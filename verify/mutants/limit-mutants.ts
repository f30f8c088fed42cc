import { type Answer, jsonAnswer } from './answer.ts';
import { type Call, parameterOf, withParameter } from './call.ts';
import { problem } from './change-answer.ts';
import { refusal } from './filter-mutants.ts';
import type { Mutant } from './mutant.ts';
import { pageIn } from './page.ts';

type Begin = Mutant['begin'];

/** Numbers in the query that are taken or refused against the contract. */
export const limitMutants: readonly Mutant[] = [
  taking(
    'limit-zero-accepted',
    30,
    'A limit of 0 is an empty page',
    'limit',
    'below',
    /^[+-]?0+$/,
    () => 1,
    (answer) => {
      const page = pageIn(answer);
      return page === null ? answer : jsonAnswer(200, { ...page, connections: [], size: 0 });
    },
  ),
  taking(
    'limit-zero-is-default',
    30,
    'A limit of 0 is the default',
    'limit',
    'below',
    /^[+-]?0+$/,
    () => 100,
  ),
  taking(
    'limit-1001-accepted',
    30,
    'A limit over 1,000 is taken for 1,000',
    'limit',
    'above',
    /^\+?\d{4,}$/,
    () => 1000,
  ),
  taking(
    'limit-negative-accepted',
    null,
    'A negative limit is the default',
    'limit',
    'below',
    /^-\d+$/,
    () => 100,
  ),
  taking(
    'skip-negative-accepted',
    null,
    'A negative skip is taken for 0',
    'skip',
    'below',
    /^-\d+$/,
    () => 0,
  ),
  ...(['limit', 'skip'] as const).flatMap((name) => [
    taking(
      `${name}-fraction-accepted`,
      null,
      `A ${name} that is no whole number is cut to one`,
      name,
      'malformed',
      /^\d+\.\d+$/,
      (value) => Number.parseInt(value, 10),
    ),
    taking(
      `${name}-exponent-accepted`,
      null,
      `A ${name} with an exponent is taken`,
      name,
      'malformed',
      /^\d+e\d$/i,
      Number,
    ),
    taking(
      `${name}-hexadecimal-accepted`,
      null,
      `A hexadecimal ${name} is taken`,
      name,
      'malformed',
      /^0x[0-9a-f]{1,3}$/i,
      Number,
    ),
    taking(
      `${name}-word-ignored`,
      null,
      `A ${name} that is no number is ignored`,
      name,
      'malformed',
      /^[a-z]/i,
      () => null,
    ),
    taking(
      `${name}-trailing-text-accepted`,
      null,
      `What comes after the digits of a ${name} is ignored`,
      name,
      'malformed',
      /^\d+\D+$/,
      (value) => Number.parseInt(value, 10),
    ),
    taking(`${name}-empty-ignored`, null, `An empty ${name} is ignored`, name, 'empty', /^$/, () => null),
    input(
      `${name}-first-counts`,
      `Of a repeated ${name} the first counts`,
      `${name}.repeated`,
      () => (call, ask) => {
        const first = new URLSearchParams(call.search).get(name);
        return ask(first === null ? call : withParameter(call, name, first));
      },
    ),
    input(
      `${name}-repeated-refused`,
      `A repeated ${name} is refused`,
      `${name}.repeated`,
      () => async (call, ask) =>
        new URLSearchParams(call.search).getAll(name).length > 1
          ? refusal(name, 'must be given once')
          : ask(call),
    ),
    input(
      `${name}-malformed-fails`,
      `A ${name} that is no number is a 500`,
      `${name}.malformed`,
      () => async (call, ask) => {
        const isNumber = /^\s*[+-]?\d+\s*$/.test(parameterOf(call, name) ?? '0');
        const answer = await ask(call);
        return answer.status === 422 && !isNumber ? problem(500, 'Internal server error') : answer;
      },
    ),
  ]),
  input(
    'limit-1000-refused',
    'A limit of 1,000 is refused',
    'limit.boundaries',
    () => async (call, ask) =>
      parameterOf(call, 'limit') === '1000' ? refusal('limit', 'must be less than 1000') : ask(call),
  ),
  input(
    'limit-1-refused',
    'A limit of 1 is refused',
    'limit.boundaries',
    () => async (call, ask) =>
      parameterOf(call, 'limit') === '1' ? refusal('limit', 'must be more than 1') : ask(call),
  ),
  input(
    'skip-0-refused',
    'A skip of 0 is refused',
    'skip.boundaries',
    () => async (call, ask) =>
      parameterOf(call, 'skip') === '0' ? refusal('skip', 'must be more than 0') : ask(call),
  ),
  input(
    'skip-huge-fails',
    'A skip of more digits than the database takes is a 500',
    'skip.boundaries',
    () => async (call, ask) =>
      /^\d{10,}$/.test(parameterOf(call, 'skip') ?? '') ? problem(500, 'Internal server error') : ask(call),
  ),
  input(
    'unknown-parameter-refused',
    'A parameter that the contract does not have is refused',
    'unknown-parameter',
    () => async (call, ask) => {
      const known = ['skip', 'limit', 'status', 'integration_type'];
      const unknown = [...new URLSearchParams(call.search).keys()].find((name) => !known.includes(name));
      return unknown === undefined ? ask(call) : refusal(unknown, 'is not known');
    },
  ),
];

/** Takes a value that the upstream server refuses for another; null leaves the parameter out. */
function taking(
  id: string,
  row: number | null,
  title: string,
  name: 'limit' | 'skip',
  check: string,
  form: RegExp,
  read: (value: string) => number | null,
  change: (answer: Answer) => Answer = (answer) => answer,
): Mutant {
  const begin: Begin = () => async (call: Call, ask) => {
    const answer = await ask(call);
    const value = parameterOf(call, name);
    if (answer.status !== 422 || value === undefined || !form.test(value)) return answer;
    return change(await ask(withParameter(call, name, read(value))));
  };
  return { ...input(id, title, `${name}.${check}`, begin), row };
}

function input(id: string, title: string, check: string, begin: Begin): Mutant {
  return { id, row: null, title, vendors: ['mielto'], caughtBy: [`input.${check}`], begin };
}
