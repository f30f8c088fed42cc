import fc from 'fast-check';
import type { ContractParameter } from '../contract/api-contract.ts';
import { answerText } from '../run/answer-text.ts';
import type { Check, Violation } from '../run/check.ts';
import { listingOf } from '../run/listing.ts';
import type { Session } from '../run/session.ts';
import { defineCheck, type PlanContext } from './define-check.ts';
import { inputRefusal, refusalViolation } from './input-refusal.ts';
import { sameListViolation } from './same-list.ts';
import { smallestCounterexample } from './smallest-counterexample.ts';

/** What no reader of integers takes, however tolerant: frameworks do take `1.0`, `1_0` and blanks around. */
const noInteger = fc
  .string({ unit: fc.constantFrom(...'0123456789.,+-exabXO'), minLength: 1, maxLength: 8 })
  .filter((text) => !/^[+-]?\d[\d_]*(?:\.0*)?$/.test(text));

/** A number in the query, by its bounds. */
export function integerChecks(context: PlanContext, parameter: ContractParameter): Check[] {
  const refusal = inputRefusal(context.operation);
  if (refusal === null) return [];
  const { name, schema, place, provenance } = parameter;
  const { minimum, maximum } = schema;
  const parts = {
    group: 'input',
    place,
    provenance,
    why: `A client that gets a page although its ${name} was not valid believes that it has read what it asked for.`,
    mend: `Judge ${name} by its schema, and answer ${refusal.status} where it does not fit.`,
  } as const;
  const refused = (session: Session) => async (value: string) => {
    const probe = { query: [[name, value]] as const };
    return refusalViolation({ session, parameter, refusal, probe, exchange: await session.ask(probe) });
  };
  const checks = [
    defineCheck(context, {
      ...parts,
      name: `${name}.malformed`,
      title: `A ${name} that is no integer is refused with ${refusal.status}`,
      run: (session) =>
        smallestCounterexample({
          session,
          telling: ['ten', '1.5', '1e2', '0x10', '10abc', '1,000'],
          arbitrary: noInteger,
          runs: 1,
          violation: refused(session),
        }),
    }),
    defineCheck(context, {
      ...parts,
      name: `${name}.empty`,
      title: `An empty ${name} is refused with ${refusal.status}`,
      provenance: 'public',
      run: async (session) => violationsOf([await refused(session)('')]),
    }),
    defineCheck(context, {
      ...parts,
      name: `${name}.signed`,
      title: `A ${name} with a plus sign is taken`,
      provenance: 'public',
      why: "It is how the vendor's framework reads integers.",
      mend: 'Read decimal digits with an optional sign.',
      needs: ['user'],
      run: async (session) => {
        const value = Math.max(1, minimum ?? 1);
        const probe = { query: [[name, `+${value}`]] as const };
        const like = { query: [[name, String(value)]] as const };
        return violationsOf([await sameListViolation(session, probe, like, place, 'public')]);
      },
    }),
    defineCheck(context, {
      ...parts,
      name: `${name}.boundaries`,
      title: `The smallest and the largest ${name} are taken`,
      why: 'A client that reads all pages asks for the largest one.',
      run: async (session) => {
        const violations: (Violation | null)[] = [];
        for (const value of [minimum, maximum].flatMap((bound) => bound ?? [])) {
          const probe = { query: [[name, String(value)]] as const };
          const exchange = await session.recall(probe);
          const found = {
            pointer: '/status',
            expected: `200 for ${name}=${value}`,
            place,
            provenance,
            probe,
          };
          if (exchange.result.status !== 200)
            violations.push({ ...found, actual: answerText(session, exchange) });
        }
        return violationsOf(violations);
      },
      needs: ['user'],
    }),
  ];
  if (maximum === undefined) {
    checks.push(
      defineCheck(context, {
        ...parts,
        name: `${name}.huge`,
        title: `A ${name} of any size is past the end, and does not make the server fail`,
        why: 'Numbers that a database cannot hold come of mistakes, and must not break it.',
        run: async (session) => {
          const violations: (Violation | null)[] = [];
          for (const value of [String(2 ** 31), String(2 ** 32), '9'.repeat(30)]) {
            const probe = { query: [[name, value]] as const };
            const exchange = await session.ask(probe);
            const status = exchange.result.status ?? 500;
            const items = listingOf(session, exchange, probe)?.items.length ?? 0;
            if (exchange.result.kind === 'answer' && status < 500 && items === 0) continue;
            const expected = `an empty page, or ${refusal.status}`;
            const actual = answerText(session, exchange);
            const fails = status >= 500 ? { fails: 'always' as const } : {};
            violations.push({ pointer: '/status', expected, actual, place, provenance, ...fails, probe });
          }
          return violationsOf(violations);
        },
      }),
    );
  }
  if (minimum !== undefined) {
    checks.push(
      defineCheck(context, {
        ...parts,
        name: `${name}.below`,
        title: `A ${name} below ${minimum} is refused with ${refusal.status}`,
        run: (session) =>
          smallestCounterexample({
            session,
            telling: [minimum - 1, -(2 ** 31) - 1].map(String),
            arbitrary: fc.integer({ max: minimum - 1 }).map(String, Number),
            runs: 1,
            violation: refused(session),
          }),
      }),
    );
  }
  if (maximum !== undefined) {
    checks.push(
      defineCheck(context, {
        ...parts,
        name: `${name}.above`,
        title: `A ${name} above ${maximum} is refused with ${refusal.status}`,
        run: (session) =>
          smallestCounterexample({
            session,
            telling: [String(maximum + 1), String(2 ** 31), '9'.repeat(30)],
            arbitrary: fc.integer({ min: maximum + 1 }).map(String, Number),
            runs: 1,
            violation: refused(session),
          }),
      }),
    );
  }
  return checks;
}

function violationsOf(found: readonly (Violation | null)[]) {
  return { judged: 1, violations: found.filter((violation) => violation !== null) };
}
