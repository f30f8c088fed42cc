import { isDeepStrictEqual } from 'node:util';
import type { DocumentedResponse } from '../../../contract/operation.ts';
import { vendorEntry } from '../../../spec/vendors.ts';
import { answerText } from '../../session/answer-text.ts';
import { checkResultOf, type Violation } from '../../session/check-result.ts';
import { type Credential, literalCredential, noCredential } from '../../session/credential.ts';
import type { Session } from '../../session/session.ts';
import type { Check } from '../kit/check.ts';
import { defineCheck, type PlanContext } from '../kit/define-check.ts';
import { namesUser } from '../kit/every-parameter.ts';
import { malformedInput } from '../kit/malformed-input.ts';
import { isSameRefusal } from '../kit/same-refusal.ts';
import { wrongCredentials } from '../kit/wrong-credentials.ts';
import { detourChecks } from './detours.ts';
import { elsewhereChecks } from './elsewhere.ts';
import { notRefused } from './not-refused.ts';

const why = 'Whoever has no valid key must see nothing, and clients tell a wrong key by the status 401.';
const fix =
  'Judge the key before anything else, by the whole of it, and answer 401 with the documented body.';

/** Who is let in, and what is decided first. */
export function authenticationChecks(context: PlanContext): Check[] {
  const refusal = context.operation.responses.get(401);
  if (refusal === undefined) return [];
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
          return { inconclusive: 'it is this key, unchanged' };
        return checkResultOf(notRefused(session, refusal, await session.recall(probe), probe));
      },
    }),
  );
  return [
    ...refused,
    ...elsewhereChecks(context, refusal),
    ...detourChecks(context, refusal),
    ...(namesUser(context.operation) ? [beforeExistence(context, refusal)] : []),
    ...beforeValidation(context, refusal),
  ];
}

function beforeExistence(context: PlanContext, refusal: DocumentedResponse): Check {
  return defineCheck(context, {
    group: 'authentication',
    name: 'before-existence',
    title: 'The key is checked before it is told whether a user exists',
    rule: refusal.rule,
    provenance: refusal.provenance,
    why: 'Else anybody can find out without a key who has an account.',
    needs: ['user'],
    fix: 'Answer 401 before the user is looked up, with the same body for everybody.',
    run: async (session) => {
      const user = session.options.unknownUser;
      const violations: Violation[] = [];
      let checked = 0;
      for (const credential of [noCredential, wrongKey(session)]) {
        const known = await session.recall({ credential });
        const probe = { user, credential };
        const unknown = await session.recall(probe);
        if (known.result.status === 401 || known.result.status === 403) checked += 1;
        const [one, other] = [
          { probe: { credential }, exchange: known },
          { probe, exchange: unknown },
        ];
        if (await isSameRefusal(session, one, other)) continue;
        checked += 1;
        violations.push({
          at: '/status',
          expected: `the same answer as for a user who exists, ${answerText(session, known)}`,
          actual: `${answerText(session, unknown)} for a user who does not`,
          rule: refusal.rule,
          provenance: refusal.provenance,
          fails: 'always',
          probe,
        });
      }
      return checked === 0
        ? { inconclusive: 'nobody is refused, and so nothing is told before' }
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
      title: 'The key is checked before the input is',
      rule: refusal.rule,
      provenance: refusal.provenance,
      why: 'A client with a wrong key has to learn that its key is wrong, and a stranger nothing of the API.',
      fix: 'Judge the key first, then the parameters.',
      run: async (session) => {
        const violations: Violation[] = [];
        for (const credential of [noCredential, wrongKey(session)]) {
          const probe = { ...malformed, credential };
          const violation = notRefused(session, refusal, await session.recall(probe), probe);
          if (violation !== null) violations.push(violation);
        }
        return { checked: 1, violations };
      },
    }),
  ];
}

function wrongKey({ options }: Session): Credential {
  return literalCredential(vendorEntry(options.target.vendor), 'no-such-key');
}
