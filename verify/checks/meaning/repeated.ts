import { isDeepStrictEqual } from 'node:util';
import { answerText } from '../../session/answer-text.ts';
import type { Violation } from '../../session/check-result.ts';
import { identityOf, listingOf, sortedItems } from '../../session/listing.ts';
import type { Session } from '../../session/session.ts';
import type { Item } from '../../vendors/vendor-rules.ts';
import type { Exchange } from '../../wire/exchange.ts';
import type { Check } from '../kit/check.ts';
import { defineCheck, type ListContext } from '../kit/define-check.ts';
import { projectRule } from '../kit/project-rule.ts';
import { type RepeatedAnswer, repeatedAnswers, wantedRepetitions } from './repeated-answers.ts';

/** The share of its answers that a user must get alike. Below it the list changes all the time. */
const usualShare = 0.6;

/** Faults that show now and then: an answer that is another user's, stale, cut, or an error. */
export function repeatedCheck(context: ListContext): Check {
  const { rule } = context.operation;
  return defineCheck(context, {
    group: 'meaning',
    name: 'repeated',
    title: `${wantedRepetitions} repeated requests get the same answers, so that a fault of one in ten shows with 99 %`,
    rule,
    provenance: 'page',
    why: 'A fault of one server, worker or cache entry shows only in some of the answers.',
    fix: 'Compare the answers of all servers and workers behind this address, and what they cache.',
    needs: ['user'],
    baseline: 'items',
    run: async (session) => {
      const answers = await repeatedAnswers(session);
      const violations = exceptionsIn(session, answers, rule);
      if (violations.length > 0 || answers.length >= wantedRepetitions)
        return { checked: answers.length, violations };
      const chance = Math.floor(100 * (1 - 0.9 ** answers.length));
      return {
        inconclusive: `${answers.length} of ${wantedRepetitions} repetitions are within the limits, so a fault of one answer in ten would be seen with ${chance} % (--max-requests)`,
      };
    },
  });
}

/** The answers that differ from the usual one of their user, one violation for each kind. */
function exceptionsIn(session: Session, answers: readonly RepeatedAnswer[], rule: string): Violation[] {
  const usual = new Map<string, RepeatedAnswer>();
  const exceptions: RepeatedAnswer[] = [];
  for (const [user, own] of Map.groupBy(answers, (answer) => answer.user)) {
    const alike = [...Map.groupBy(own, ({ exchange }) => contentOf(session, exchange)).values()];
    const [most = [], ...others] = alike.toSorted((one, other) => other.length - one.length);
    const [first] = most;
    // A list that changes all the time is reported by the check of four requests.
    if (first === undefined || most.length < usualShare * own.length) continue;
    usual.set(user, first);
    exceptions.push(...others.flat());
  }
  const kinds = Map.groupBy(exceptions, (answer) => kindOf(session, answer, usual));
  return [...kinds].flatMap(([kind, [first, ...more]]): Violation[] => {
    if (first === undefined) return [];
    const expected = usual.get(first.user);
    return [
      {
        at: '',
        expected: `the usual answer: ${expected === undefined ? 'none' : answerText(session, expected.exchange)}`,
        actual: `${answerText(session, first.exchange)}${kind}, in ${more.length + 1} of ${answers.length} answers`,
        rule,
        // The pages say whose items a list has, not that a value stays as it is.
        provenance: kind === changedItems || kind === foreignItems ? projectRule.provenance : 'page',
        ...(kind === foreignItems ? { fails: projectRule.fails } : {}),
        probe: { user: first.user },
      },
    ];
  });
}

const [foreignItems, otherItems, changedItems] = [
  " with another user's items",
  ' with other items',
  ' with changed items',
] as const;

function kindOf(
  session: Session,
  { user, exchange }: RepeatedAnswer,
  usual: ReadonlyMap<string, RepeatedAnswer>,
) {
  const listing = listingOf(session, exchange, {});
  if (listing === null) return '';
  const usualItems = (of: string) => itemsOf(session, usual.get(of)?.exchange);
  // If ids are not unique among users, only an equal item is that of another user.
  const nameOf = (item: Item) =>
    session.options.rules?.identityIsGlobal === true ? identityOf(session, item) : JSON.stringify(item);
  const own = new Set(usualItems(user).map(nameOf));
  const others = new Set(
    [...usual.keys()]
      .filter((other) => other !== user)
      .flatMap(usualItems)
      .map(nameOf),
  );
  if (listing.items.some((item) => !own.has(nameOf(item)) && others.has(nameOf(item)))) return foreignItems;
  const [one, other] = [listing.items, usualItems(user)].map((items) =>
    items.map((item) => identityOf(session, item)).sort(),
  );
  return isDeepStrictEqual(one, other) ? changedItems : otherItems;
}

function itemsOf(session: Session, exchange: Exchange | undefined): readonly Item[] {
  return exchange === undefined ? [] : (listingOf(session, exchange, {})?.items ?? []);
}

/** What an answer says, in any order of its items. */
function contentOf(session: Session, exchange: Exchange): string {
  const { result } = exchange;
  if (result.kind === 'broken') return result.fault;
  const listing = listingOf(session, exchange, {});
  if (listing === null) return String(result.status);
  const { items, body } = listing;
  return JSON.stringify([sortedItems(session, items), Array.isArray(body) ? [] : body]);
}
