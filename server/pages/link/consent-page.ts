import { consentOutcome, consentOutcomes } from '../../link/consent-outcomes.ts';
import { type SimulatedPerson, simulatedPeople } from '../../link/simulated-accounts.ts';
import { type ConsentRequest, readConsentRequest } from './consent-request.ts';
import { consentView } from './consent-view.ts';
import { type ConsentChoice, decideConsent } from './decide-consent.ts';
import type { LinkAnswer } from './link-answer.ts';
import { linkEnd, linkEndTexts } from './link-end.ts';
import type { LinkContext, LinkPage, LinkVisit } from './link-page.ts';
import { LinkRefusal } from './link-refusal.ts';
import { faultsPage, messagePage, startAgain } from './message-page.ts';
import { only } from './read-parameters.ts';

/** Makes the page where a person decides what a provider may share. */
export function createConsentPage(context: LinkContext): LinkPage {
  return {
    path: '/consent/:provider',
    async show(visit) {
      const request = await readConsentRequest(visit, context);
      const simulated = visit.query.has('simulate') ? readChoice(visit.query, 'simulate') : null;
      if (simulated !== null && visit.hasEffects) return decideConsent(request, simulated, context);
      const end = linkEnd(request.session);
      return end === null ? view(visit, request) : messagePage(410, linkEndTexts[end], startAgain);
    },
    form: {
      token: 'state',
      async submit(visit, fields) {
        const request = await readConsentRequest(visit, context);
        const choice = readChoice(fields, 'outcome');
        const isGrant = choice.outcome.name === 'grant';
        const scopes = isGrant ? fields.getAll('scope') : null;
        return decideConsent(request, { ...choice, scopes }, context);
      },
    },
  };
}

/** Reads a decision. Throws a `LinkRefusal` if it is not one. */
function readChoice(parameters: URLSearchParams, name: 'simulate' | 'outcome'): ConsentChoice {
  const outcome = consentOutcome(only(parameters, name) ?? '');
  const person = personOf(parameters);
  if (outcome !== undefined && person !== undefined) return { outcome, person, scopes: null };
  const faults = [
    outcome === undefined ? `${name}: must be ${oneOf(consentOutcomes)}` : '',
    person === undefined ? `account: must be ${oneOf(simulatedPeople)}` : '',
  ];
  throw new LinkRefusal(faultsPage(faults.filter((fault) => fault !== '')));
}

function personOf(parameters: URLSearchParams): SimulatedPerson | undefined {
  if (!parameters.has('account')) return simulatedPeople[0];
  const name = only(parameters, 'account');
  return simulatedPeople.find((person) => person.name === name);
}

function oneOf(listed: readonly { readonly name: string }[]): string {
  return `one of ${listed.map(({ name }) => name).join(', ')}`;
}

function view({ path, isSecure }: LinkVisit, request: ConsentRequest): LinkAnswer {
  const { state, provider, session } = request;
  const title = `Share your ${provider.name} data?`;
  const form = { token: state, path, isSecure, redirectUrl: session.redirectUrl };
  return { kind: 'page', status: 200, title, body: consentView(request), form };
}
