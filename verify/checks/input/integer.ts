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
import { checkEachAccepted, violationOfValue } from './query-values.ts';
import { smallestCounterexample } from './smallest-counterexample.ts';

/** Text that no integer parser accepts. Tolerant parsers accept `1.0`, `1_0`, surrounding spaces, and some `1e2`. */
const notAnInteger = fc
  .string({ unit: fc.constantFrom(...'0123456789.,+-exabXO'), minLength: 1, maxLength: 8 })
  .filter((text) => !/^[+-]?\d[\d_]*(?:\.0*)?$/.test(text));

const malformed = ['ten', '1.5', '10abc', '1,000'];
/** Ten in digits of another script, which Python's `int` and Java's `parseInt` read. */
const otherDigits = '١٠';
/** Numbers for JavaScript, but not integers for FastAPI. */
const otherNotations = ['1e2', '0x10'];

/** An integer query parameter, by its bounds. */
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
    why: `A client that gets a page for an invalid ${name} believes that it is the requested page.`,
    fix: `Validate ${name} against its schema, and return ${refusal.status} if it does not match.`,
  } as const;
  const refused = violationOfValue(parameter, refusal);
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
        smallestCounterexample({
          session,
          examples,
          arbitrary,
          runs: 1,
          violation: async (value) => {
            const found = await refused(session)(value);
            return found !== null && value === otherDigits
              ? unlessReadAsTen(session, found, parameter)
              : found;
          },
        }),
    });
  const checks = [
    refusedCheck(
      'malformed',
      'that is not an integer',
      [...malformed, ...(isFastApi ? otherNotations : []), otherDigits],
      isFastApi ? notAnInteger : notAnInteger.filter((text) => Number.isNaN(Number(text))),
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
        title: `Every documented bound of ${name} is accepted`,
        why: 'Clients that read all pages use these values.',
        needs: ['user'],
        run: (session) => checkEachAccepted(session, parameter, bounds.map(String)),
      }),
    );
  }
  if (maximum === undefined) {
    checks.push(
      defineCheck(context, {
        ...parts,
        name: `${name}.huge`,
        title: `A very large ${name} returns an empty page or is refused, and causes no server error`,
        why: 'A number that a database cannot store must not cause a server error.',
        run: (session) => checkHugeValues(session, parameter, refusal),
      }),
    );
  }
  if (minimum !== undefined) {
    const below = fc.integer({ max: minimum - 1 }).map(String, Number);
    const examples = [minimum - 1, -(2 ** 31) - 1].map(String);
    checks.push(refusedCheck('below', `below ${minimum}`, examples, below));
  }
  if (maximum !== undefined) {
    // A bound can be the largest integer that a number holds.
    const bound = BigInt(maximum);
    const above = fc.bigInt({ min: bound + 1n, max: 2n * bound + 2n }).map(String);
    const examples = [bound + 1n, 2n ** 31n, BigInt('9'.repeat(30))]
      .filter((value) => value > bound)
      .map(String);
    checks.push(refusedCheck('above', `above ${maximum}`, examples, above));
  }
  return checks;
}

/**
 * Returns null if the digits of another script have the same answer as `10`. No page says which digits an integer has.
 * Otherwise the value was ignored or misread. A server error stays a failure.
 */
async function unlessReadAsTen(
  session: Session,
  found: Violation,
  { name, rule }: Parameter,
): Promise<Violation | null> {
  if (found.fails === 'always') return found;
  const probeOf = (value: string) => ({ query: [[name, value]] as const });
  const other = await sameAnswerViolation(session, probeOf(otherDigits), probeOf('10'), rule, 'decided');
  return other === null ? null : { ...found, provenance: 'decided' };
}

/** Checks that numbers too large for most databases return an empty list, or are refused. */
async function checkHugeValues(
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
    const expected = `an empty page or ${refusal.status}`;
    const actual = answerText(session, exchange);
    const fails = status >= 500 ? { fails: 'always' as const } : {};
    violations.push({ at: '/status', expected, actual, rule, provenance, ...fails, probe });
  }
  return { checked: values.length, violations };
}

/** FastAPI accepts integers with a sign and leading zeros. */
function signedCheck(
  context: PlanContext,
  { name, rule, schema: { minimum } }: Parameter,
  parts: Pick<Check, 'group' | 'rule'>,
): Check {
  return defineCheck(context, {
    ...parts,
    name: `${name}.signed`,
    title: `A ${name} with a plus sign or a leading zero is accepted`,
    provenance: 'public',
    why: "The vendor's framework reads integers in this way.",
    fix: 'Parse an optional sign and decimal digits, in base 10.',
    needs: ['user'],
    run: async (session) => {
      // A parser that reads a leading zero as octal turns 010 into 8.
      const value = Math.max(10, minimum ?? 10);
      const reference = { query: [[name, String(value)]] as const };
      const found = [];
      for (const written of [`+${value}`, `0${value}`]) {
        const probe = { query: [[name, written]] as const };
        found.push(await sameAnswerViolation(session, probe, reference, rule, 'public'));
      }
      return { checked: found.length, violations: found.filter((violation) => violation !== null) };
    },
  });
}
