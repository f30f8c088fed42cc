import type { DocumentedResponse } from '../../../contract/operation.ts';
import {
  type Credential,
  keyCredential,
  keyedEntry,
  keyVariable,
  noCredential,
} from '../../session/credential.ts';
import type { Probe } from '../../session/probe.ts';
import type { Session } from '../../session/session.ts';
import type { Check } from '../kit/check.ts';
import { defineCheck, type PlanContext } from '../kit/define-check.ts';
import { everyParameter } from '../kit/every-parameter.ts';
import { malformedInput } from '../kit/malformed-input.ts';
import { unauthorizedViolation } from './unauthorized-violation.ts';

/** How many users are requested without a valid key. */
const maxUsers = 3;

/** The key is required for every user, parameter and header, and on every attempt. */
export function otherRequestChecks(context: PlanContext, refusal: DocumentedResponse): Check[] {
  const { rule, provenance } = refusal;
  const parts = { group: 'authentication', rule, provenance, intrusive: true } as const;
  const refused = async (session: Session, credential: Credential, more: readonly Probe[]) => {
    const { users, emptyUser } = session.options.target;
    const others = [...users.slice(1, maxUsers).map(({ id }) => id), emptyUser ?? ''];
    const probes = [
      ...others.filter((user) => user !== '').map((user) => ({ user, credential })),
      { ...(await everyParameter(context, session)), credential },
      ...more.map((probe) => ({ ...probe, credential })),
    ];
    const found = [];
    // Never taken from memory: a request that was refused once may be accepted the next time.
    for (const probe of probes)
      found.push(unauthorizedViolation(session, refusal, await session.ask(probe), probe));
    return { checked: probes.length, violations: found.filter((violation) => violation !== null) };
  };
  return [
    defineCheck(context, {
      ...parts,
      name: 'no-key-other-requests',
      title: 'A request without a key is refused for every user and with every parameter and header',
      why: 'One path, user or parameter that does not require the key exposes data.',
      fix: 'Check the key in one place, before any other part of the request is read.',
      needs: ['user'],
      run: (session) => refused(session, noCredential, []),
    }),
    defineCheck(context, {
      ...parts,
      name: 'revoked-key-other-requests',
      title: 'A revoked key is refused for every user, with every parameter, and when it is used again',
      why: 'A revoked key must not work for any request, and must not work again when a cache is filled.',
      fix: 'Check the key in one place, and cache it no longer than it is valid.',
      needs: ['user', 'revokedKey'],
      run: (session) => {
        const variable = `$${keyVariable(context.vendor, 'REVOKED_')}`;
        const { target } = session.options;
        const { revokedKey = '' } = target;
        const malformed = malformedInput(context);
        return refused(session, keyCredential(keyedEntry(target, revokedKey), revokedKey, variable), [
          {},
          ...(malformed === null ? [] : [malformed]),
        ]);
      },
    }),
  ];
}
