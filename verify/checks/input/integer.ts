import fc from 'fast-check';
import type { DocumentedResponse, Parameter } from '../../../contract/operation.ts';
import { answerText } from '../../session/answer-text.ts';
import { type CheckResult, checkResultOf, type Violation } from '../../session/check-result.ts';
import { listingOf } from '../../session/listing.ts';
import type { Session } from '../../session/session.ts';
import type { Check } from '../kit/check.ts';
import { defineCheck, type PlanContext } from '../kit/define-check.ts';
import { inputRefusal } from '../kit/input-refusal.ts';
import { sameAnswerViolation } from '../kit/same-answer.ts';
import { refusedValue, takenEach } from './query-values.ts';
import { smallestCounterexample } from './smallest-counterexample.ts';

/** What no reader of integers takes, however tolerant: frameworks do take `1.0`, `1_0`, blanks around, and some `1e2`. */
const noInteger = fc
  .string({ unit: fc.constantFrom(...'0123456789.,+-exabXO'), minLength: 1, maxLength: 8 })
  .filter((text) => !/^[+-]?\d[\d_]*(?:\.0*)?$/.test(text));

const malformed = ['ten', '1.5', '10abc', '1,000', '١٠'];
/** What is a number to JavaScript, and no integer to FastAPI. */
const otherNotations = ['1e2', '0x10'];

/** A number in the query, by its bounds. */
export function integerChecks(context: PlanContext, parameter: Parameter): Check[] {
  const refusal = inputRefusal(context.operation);
  if (refusal === null) return [];
  const { name, schema, rule, provenance } = parameter;
  const { minimum, maximum } = schema;
  const isFastApi = context.framework === 'fastapi';
  const bounds = [minimum, maximum].filter((bound) => bound !== undefined);
  const parts = {
    group: 'input',
    rule,
    provenance,
    why: `A client that gets a page although its ${name} was not valid believes that it has read what it asked for.`,
    fix: `Judge ${name} by its schema, and answer ${refusal.status} where it does not fit.`,
  } as const;
  const refused = refusedValue(parameter, refusal);
  const refusedCheck = (
    kind: string,
    title: string,
    examples: readonly string[],
    arbitrary: fc.Arbitrary<string>,
  ) =>
    defineCheck(context, {
      ...parts,
      name: `${name}.${kind}`,
      title: `A ${name} ${title} is refused with ${refusal.status}`,
      run: (session) =>
        smallestCounterexample({ session, examples, arbitrary, runs: 1, violation: refused(session) }),
    });
  const checks = [
    refusedCheck(
      'malformed',
      'that is no integer',
      isFastApi ? [...malformed, ...otherNotations] : malformed,
      isFastApi ? noInteger : noInteger.filter((text) => Number.isNaN(Number(text))),
    ),
    defineCheck(context, {
      ...parts,
      name: `${name}.empty`,
      title: `An empty ${name} is refused with ${refusal.status}`,
      provenance: 'public',
      run: async (session) => checkResultOf(await refused(session)('')),
    }),
    ...(isFastApi ? [signedCheck(context, parameter, parts)] : []),
  ];
  if (bounds.length > 0) {
    checks.push(
      defineCheck(context, {
        ...parts,
        name: `${name}.boundaries`,
        title: `The smallest and the largest ${name} are taken`,
        why: 'A client that reads all pages asks for the largest one.',
        needs: ['user'],
        run: (session) => takenEach(session, parameter, bounds.map(String)),
      }),
    );
  }
  if (maximum === undefined) {
    checks.push(
      defineCheck(context, {
        ...parts,
        name: `${name}.huge`,
        title: `A ${name} of any size is past the end or refused, and does not make the server fail`,
        why: 'Numbers that a database cannot hold come of mistakes, and must not break it.',
        run: (session) => pastTheEnd(session, parameter, refusal),
      }),
    );
  }
  if (minimum !== undefined) {
    const below = fc.integer({ max: minimum - 1 }).map(String, Number);
    const examples = [minimum - 1, -(2 ** 31) - 1].map(String);
    checks.push(refusedCheck('below', `below ${minimum}`, examples, below));
  }
  if (maximum !== undefined) {
    const above = fc.integer({ min: maximum + 1 }).map(String, Number);
    const examples = [String(maximum + 1), String(2 ** 31), '9'.repeat(30)];
    checks.push(refusedCheck('above', `above ${maximum}`, examples, above));
  }
  return checks;
}

/** Judges that numbers which are too large for most databases list nothing, or are refused. */
async function pastTheEnd(
  session: Session,
  { name, rule, provenance }: Parameter,
  refusal: DocumentedResponse,
): Promise<CheckResult> {
  const violations: Violation[] = [];
  const values = [String(2 ** 31), String(2 ** 32), '9'.repeat(30)];
  for (const value of values) {
    const probe = { query: [[name, value]] as const };
    const exchange = await session.ask(probe);
    const status = exchange.result.status ?? 500;
    const items = listingOf(session, exchange, probe)?.items.length ?? 0;
    if (exchange.result.kind === 'answer' && status < 500 && items === 0) continue;
    const expected = `an empty page, or ${refusal.status}`;
    const actual = answerText(session, exchange);
    const fails = status >= 500 ? { fails: 'always' as const } : {};
    violations.push({ at: '/status', expected, actual, rule, provenance, ...fails, probe });
  }
  return { checked: values.length, violations };
}

/** FastAPI reads integers with a sign and leading zeros. */
function signedCheck(
  context: PlanContext,
  { name, rule, schema: { minimum } }: Parameter,
  parts: Pick<Check, 'group' | 'rule'>,
): Check {
  return defineCheck(context, {
    ...parts,
    name: `${name}.signed`,
    title: `A ${name} with a plus sign or a leading zero is taken`,
    provenance: 'public',
    why: "It is how the vendor's framework reads integers.",
    fix: 'Read decimal digits with an optional sign, to the base ten.',
    needs: ['user'],
    run: async (session) => {
      // Ten is eight to who takes a leading zero for an octal number.
      const value = Math.max(10, minimum ?? 10);
      const like = { query: [[name, String(value)]] as const };
      const found = [];
      for (const written of [`+${value}`, `0${value}`]) {
        const probe = { query: [[name, written]] as const };
        found.push(await sameAnswerViolation(session, probe, like, rule, 'public'));
      }
      return { checked: found.length, violations: found.filter((violation) => violation !== null) };
    },
  });
}
