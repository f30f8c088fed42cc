import { isDeepStrictEqual } from 'node:util';
import type { DocumentedResponse } from '../../../contract/operation.ts';
import { vendorEntry } from '../../../spec/vendors.ts';
import { answerText } from '../../session/answer-text.ts';
import { type Credential, literalCredential, noCredential } from '../../session/credential.ts';
import { judgementOf, type Violation } from '../../session/judgement.ts';
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
const mend =
  'Judge the key before anything else, by the whole of it, and answer 401 with the documented body.';

/** Who is let in, and what is decided first. */
export function authenticationChecks(context: PlanContext): Check[] {
  const refusal = context.operation.responses.get(401);
  if (refusal === undefined) return [];
  const parts = { group: 'authentication', place: refusal.place, provenance: refusal.provenance } as const;
  const refused = wrongCredentials(context).map(({ name, what, needs = [], intrusive = false, credential }) =>
    defineCheck(context, {
      ...parts,
      name,
      title: `A request with ${what} is refused with 401`,
      why,
      mend,
      needs,
      intrusive,
      run: async (session) => {
        const probe = { credential: credential(session) };
        if (isDeepStrictEqual(probe.credential.headers, session.ownKey.headers))
          return { inconclusive: 'it is this key, unchanged' };
        return judgementOf(notRefused(session, refusal, await session.recall(probe), probe));
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
    title: 'The key is judged before it is told whether a user exists',
    place: refusal.place,
    provenance: refusal.provenance,
    why: 'Else anybody can find out without a key who has an account.',
    needs: ['user'],
    mend: 'Answer 401 before the user is looked up, with the same body for everybody.',
    run: async (session) => {
      const user = session.options.unknownUser;
      const violations: Violation[] = [];
      let judged = 0;
      for (const credential of [noCredential, wrongKey(session)]) {
        const known = await session.recall({ credential });
        const probe = { user, credential };
        const unknown = await session.recall(probe);
        if (known.result.status === 401 || known.result.status === 403) judged += 1;
        const [one, other] = [
          { probe: { credential }, exchange: known },
          { probe, exchange: unknown },
        ];
        if (await isSameRefusal(session, one, other)) continue;
        judged += 1;
        violations.push({
          pointer: '/status',
          expected: `the same answer as for a user who exists, ${answerText(session, known)}`,
          actual: `${answerText(session, unknown)} for a user who does not`,
          place: refusal.place,
          provenance: refusal.provenance,
          fails: 'always',
          probe,
        });
      }
      return judged === 0
        ? { inconclusive: 'nobody is refused, and so nothing is told before' }
        : { judged, violations };
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
      title: 'The key is judged before the input is',
      place: refusal.place,
      provenance: refusal.provenance,
      why: 'A client with a wrong key has to learn that its key is wrong, and a stranger nothing of the API.',
      mend: 'Judge the key first, then the parameters.',
      run: async (session) => {
        const violations: Violation[] = [];
        for (const credential of [noCredential, wrongKey(session)]) {
          const probe = { ...malformed, credential };
          const violation = notRefused(session, refusal, await session.recall(probe), probe);
          if (violation !== null) violations.push(violation);
        }
        return { judged: 1, violations };
      },
    }),
  ];
}

function wrongKey({ options }: Session): Credential {
  return literalCredential(vendorEntry(options.target.vendor), 'no-such-key');
}
