import { type TestField, testMfaCode, testValueOf } from '../../spec/test-values.ts';
import type { ApiContext } from '../api/api.ts';
import type { JunctionHandlers } from './junction-handlers.ts';
import { connectLinked, endedAnswer, endOf } from './junction-link-session.ts';
import { failedAnswer, type LinkAnswer, type LinkedProvider, pendingAnswer } from './junction-link-state.ts';
import { type Refused, refused } from './junction-refusal.ts';
import { linkOf } from './vendor-api.ts';

/** What a link waits with for a second factor. Neither the password nor the code is kept. */
interface PendingMfa {
  readonly mfaOf: string;
  readonly accountId: string;
}

/** The handlers that connect a provider without a browser. Their results are 200s, also those that are errors. */
export const passwordLinkHandlers: Pick<
  JunctionHandlers,
  'linkJunctionPasswordProvider' | 'completeJunctionPasswordMfa' | 'linkJunctionEmailProvider'
> = {
  linkJunctionPasswordProvider: ({ caller, path, body }, context) =>
    begin({ link: linkOf(caller), slug: path.provider }, { username: body.username }, context),

  linkJunctionEmailProvider: ({ caller, path, body }, context) =>
    begin({ link: linkOf(caller), slug: path.provider }, { email: body.email }, context),

  async completeJunctionPasswordMfa({ caller, path, body }, context) {
    const linked = { link: linkOf(caller), slug: path.provider };
    const end = endOf(linked.link);
    if (end !== null) return endedAnswer(linked, end);
    const pending = pendingOf(linked);
    if (pending === null) return refused('No connection to this provider waits for a code.');
    if (body.mfa_code !== testMfaCode)
      return failedAnswer(linked, 'incorrect_mfa_code', 'The code is wrong.');
    return connectLinked(linked, pending.accountId, context);
  },
};

async function begin(
  linked: LinkedProvider,
  given: { readonly username: string } | { readonly email: string },
  context: ApiContext,
): Promise<LinkAnswer | Refused> {
  const end = endOf(linked.link);
  if (end !== null) return endedAnswer(linked, end);
  const [field, text]: [TestField, string] =
    'username' in given ? ['username', given.username] : ['email', given.email];
  const found = testValueOf(field, field === 'email' ? text.slice(0, text.indexOf('@')) : text);
  const outcome = found?.outcome;
  if (found === undefined || outcome === undefined) return connectLinked(linked, text, context);
  if (outcome !== 'mfa_sms' && outcome !== 'mfa_email') return failedAnswer(linked, outcome, found.message);
  const pending: PendingMfa = { mfaOf: linked.slug, accountId: text };
  await context.store.links.hold(linked.link, pending);
  return pendingAnswer(linked, outcome === 'mfa_sms' ? 'sms' : 'email');
}

/** The second factor that the link waits for at this provider; null if there is none. */
function pendingOf({ link: { pending }, slug }: LinkedProvider): PendingMfa | null {
  if (typeof pending !== 'object' || pending === null) return null;
  if (!('mfaOf' in pending) || !('accountId' in pending) || pending.mfaOf !== slug) return null;
  return typeof pending.accountId === 'string' ? { mfaOf: slug, accountId: pending.accountId } : null;
}
