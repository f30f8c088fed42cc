import { isDeepStrictEqual } from 'node:util';
import type { DocumentedResponse } from '../../../contract/operation.ts';
import { answerText } from '../../session/answer-text.ts';
import { checkResultOf, type Violation } from '../../session/check-result.ts';
import { type Credential, literalCredential, noCredential } from '../../session/credential.ts';
import type { Session } from '../../session/session.ts';
import { readsUser, subjectNoun, subjectOf, withArticle } from '../../session/subject.ts';
import type { Check } from '../kit/check.ts';
import { defineCheck, type PlanContext } from '../kit/define-check.ts';
import { malformedInput } from '../kit/malformed-input.ts';
import { projectRule } from '../kit/project-rule.ts';
import { requiresKey } from '../kit/requires-key.ts';
import { isSameRefusal } from '../kit/same-refusal.ts';
import { wrongCredentials } from '../kit/wrong-credentials.ts';
import { bypassChecks } from './bypass.ts';
import { keyHeaderChecks } from './key-header.ts';
import { otherRequestChecks } from './other-requests.ts';
import { slashRedirectCheck } from './slash-redirect.ts';
import { unauthorizedViolation } from './unauthorized-violation.ts';

const why = 'Callers without a valid key must get no data, and clients recognise a wrong key by status 401.';
const fix =
  'Compare the whole key before any other step, and return 401 with the documented body if it is not valid.';

/** Which credentials are accepted, and that they are checked first. */
export function authenticationChecks(context: PlanContext): Check[] {
  const refusal = context.operation.responses.get(401);
  if (refusal === undefined || !requiresKey(context.operation)) return [];
  const parts = { group: 'authentication', rule: refusal.rule, provenance: refusal.provenance } as const;
  const refused = wrongCredentials(context).map(({ name, what, needs = [], intrusive = false, credential }) =>
    defineCheck(context, {
      ...parts,
      name,
      title: `A request with ${what} is refused with 401`,
      why,
      fix,
      needs,
      intrusive,
      run: async (session) => {
        const probe = { credential: credential(session) };
        if (isDeepStrictEqual(probe.credential.headers, session.ownKey.headers))
          return { notApplicable: 'this key is the same as the valid key' };
        return checkResultOf(unauthorizedViolation(session, refusal, await session.askOnce(probe), probe));
      },
    }),
  );
  return [
    ...keyHeaderChecks(context),
    ...refused,
    ...otherRequestChecks(context, refusal),
    ...bypassChecks(context, refusal),
    ...(subjectOf(context.operation) !== undefined ? [beforeExistence(context, refusal)] : []),
    ...beforeValidation(context, refusal),
    slashRedirectCheck(context),
  ];
}

function beforeExistence(context: PlanContext, refusal: DocumentedResponse): Check {
  const noun = subjectNoun(context.operation);
  const aSubject = withArticle(noun).toLowerCase();
  return defineCheck(context, {
    group: 'authentication',
    name: 'before-existence',
    title: `The key is checked before the response reveals whether ${aSubject} exists`,
    rule: refusal.rule,
    provenance: projectRule.provenance,
    severity: 'failure',
    why: readsUser(context.operation)
      ? 'Otherwise anyone can find out without a key which users have an account.'
      : 'Otherwise anyone can find out without a key which ids exist.',
    needs: ['user'],
    fix: `Return 401 before the ${noun} is looked up, with the same body for every ${noun}.`,
    run: async (session) => {
      const user = session.options.unknownUser;
      const violations: Violation[] = [];
      let checked = 0;
      for (const credential of [noCredential, wrongKey(session)]) {
        const known = await session.askOnce({ credential });
        const probe = { user, credential };
        const unknown = await session.askOnce(probe);
        if (known.result.status === 401 || known.result.status === 403) checked += 1;
        const [one, other] = [
          { probe: { credential }, exchange: known },
          { probe, exchange: unknown },
        ];
        if (await isSameRefusal(session, one, other)) continue;
        checked += 1;
        violations.push({
          at: '/status',
          expected: `the same response as for ${aSubject} that exists: ${answerText(session, known)}`,
          actual: `${answerText(session, unknown)} for ${aSubject} that does not exist`,
          rule: refusal.rule,
          ...projectRule,
          probe,
        });
      }
      return checked === 0
        ? { inconclusive: 'no request without a valid key was refused' }
        : { checked, violations };
    },
  });
}

function beforeValidation(context: PlanContext, refusal: DocumentedResponse): Check[] {
  const malformed = malformedInput(context);
  if (malformed === null) return [];
  return [
    defineCheck(context, {
      group: 'authentication',
      name: 'before-validation',
      title: 'The key is checked before the input is validated',
      rule: refusal.rule,
      provenance: 'decided',
      why: 'A client with a wrong key must learn that the key is wrong, and other callers must learn nothing about the API.',
      fix: 'Check the key first, then validate the parameters.',
      run: async (session) => {
        const violations: Violation[] = [];
        for (const credential of [noCredential, wrongKey(session)]) {
          const probe = { ...malformed, credential };
          const violation = unauthorizedViolation(session, refusal, await session.askOnce(probe), probe);
          // No page says what is checked first. A server error and access stay failures.
          if (violation !== null) violations.push({ ...violation, provenance: 'decided' });
        }
        return { checked: 1, violations };
      },
    }),
  ];
}

function wrongKey({ entry }: Session): Credential {
  return literalCredential(entry, 'no-such-key');
}
