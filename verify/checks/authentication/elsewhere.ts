import type { DocumentedResponse } from '../../../contract/operation.ts';
import { vendorEntry } from '../../../spec/vendors.ts';
import { type Credential, keyCredential, keyVariable, noCredential } from '../../session/credential.ts';
import type { Probe } from '../../session/probe.ts';
import type { Session } from '../../session/session.ts';
import type { Check } from '../kit/check.ts';
import { defineCheck, type PlanContext } from '../kit/define-check.ts';
import { everyParameter } from '../kit/every-parameter.ts';
import { malformedInput } from '../kit/malformed-input.ts';
import { notRefused } from './not-refused.ts';

/** So many users are asked for without a valid key. */
const mostUsers = 3;

/** That the key is checked for whoever is asked for, however that is asked. */
export function elsewhereChecks(context: PlanContext, refusal: DocumentedResponse): Check[] {
  const { rule, provenance } = refusal;
  const parts = { group: 'authentication', rule, provenance, intrusive: true } as const;
  const refused = async (session: Session, credential: Credential, more: readonly Probe[]) => {
    const { users, emptyUser } = session.options.target;
    const others = [...users.slice(1, mostUsers).map(({ id }) => id), emptyUser ?? ''];
    const probes = [
      ...others.filter((user) => user !== '').map((user) => ({ user, credential })),
      { ...(await everyParameter(context, session)), credential },
      ...more.map((probe) => ({ ...probe, credential })),
    ];
    const found = [];
    // Asked afresh each time: what is refused once may be let in the next time.
    for (const probe of probes) found.push(notRefused(session, refusal, await session.ask(probe), probe));
    return { checked: probes.length, violations: found.filter((violation) => violation !== null) };
  };
  return [
    defineCheck(context, {
      ...parts,
      name: 'no-key-elsewhere',
      title: 'Without a key no other user is answered, nor any parameter or header',
      why: 'A rule for one path, user or parameter that forgets the key opens all that is behind it.',
      fix: 'Judge the key in one rule, before anything of the request is looked at.',
      needs: ['user'],
      run: (session) => refused(session, noCredential, []),
    }),
    defineCheck(context, {
      ...parts,
      name: 'revoked-key-elsewhere',
      title: 'A revoked key is refused for every user, with every parameter, and the next time too',
      why: 'A key that was taken away must not work anywhere, nor work again when a cache has filled.',
      fix: 'Judge the key in one rule, and remember of it no longer than it is valid.',
      needs: ['user', 'revokedKey'],
      run: (session) => {
        const variable = `$${keyVariable(context.vendor, 'REVOKED_')}`;
        const { revokedKey = '' } = session.options.target;
        const malformed = malformedInput(context);
        return refused(session, keyCredential(vendorEntry(context.vendor), revokedKey, variable), [
          {},
          ...(malformed === null ? [] : [malformed]),
        ]);
      },
    }),
  ];
}
