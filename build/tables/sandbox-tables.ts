import { type ConsentOutcome, consentOutcomes } from '../../server/link/consent-outcomes.ts';
import { connectionStates } from '../../server/model/connection.ts';
import { defaultLimits, limitNames, limitSubjects } from '../../server/model/limits.ts';
import { legalTransitions, targetStates, transitionNames } from '../../server/model/transition.ts';
import { statusTable } from '../../server/vendors/status-table.ts';
import { scenarioUsers, unknownUser } from '../../spec/scenarios.ts';
import { type TestField, testMfaCode, testValues } from '../../spec/test-values.ts';
import { vendors } from '../../spec/vendors.ts';
import { code, markdownTable } from './markdown-table.ts';

/** The users that exist in every workspace. */
export function scenariosTable(): string {
  const rows = [...scenarioUsers, unknownUser].map(({ name, userId, summary }) => [
    code(name),
    code(userId),
    summary,
  ]);
  return markdownTable([['scenario', 'user id', 'what it shows'], ...rows]);
}

/** The states from which each transition is legal, and the state that it leads to. */
export function transitionsTable(): string {
  const rows = transitionNames.map((name) => [
    code(name),
    connectionStates.filter((state) => legalTransitions(state).includes(name)).join(', '),
    targetStates[name] ?? 'the same; moves the time of the last sync',
  ]);
  return markdownTable([['transition', 'from', 'to'], ...rows]);
}

/** How each vendor shows each state. */
export function statusesTable(): string {
  const rows = statusTable.map(({ state, cause, shown }) => [
    state,
    code(cause ?? undefined),
    ...vendors.map(({ vendor }) => {
      const status = shown[vendor];
      if (status === null) return 'not listed';
      return status === cause ? 'error' : status;
    }),
  ]);
  return markdownTable([['state', 'cause', ...vendors.map(({ title }) => title)], ...rows]);
}

/** How much the server stores by default. */
export function limitsTable(): string {
  const rows = limitNames.map((name) => [code(name), limitSubjects[name], String(defaultLimits[name])]);
  return markdownTable([['limit', 'what it bounds', 'default'], ...rows]);
}

/** The values that choose how a link without a browser, or a connection with credentials, ends. */
export function testValuesTable(): string {
  const rows = testValues.map(({ value, fields, outcome }) => [
    code(value),
    outcomeText(outcome),
    fields
      .filter((field) => field !== 'secret')
      .map((field) => fieldNames[field])
      .join(' or '),
  ]);
  const ofSecrets = testValues
    .filter(({ fields }) => fields.includes('secret'))
    .map(({ value }) => [code(value), '422, the integration refused the credentials', fieldNames.secret]);
  return markdownTable([
    ['value', 'outcome', 'where'],
    ...rows,
    [code(testMfaCode), 'the provider is connected', 'code of the second factor'],
    ['any other', code('incorrect_mfa_code'), 'code of the second factor'],
    ...ofSecrets,
  ]);
}

const fieldNames: Readonly<Record<TestField, string>> = {
  username: 'user name',
  email: 'e-mail address before the `@`',
  secret: "secret field of Mielto's `credentials`",
};

function outcomeText(outcome: (typeof testValues)[number]['outcome']): string {
  if (outcome === 'mfa_sms') return `${code('pending_provider_mfa')}, with a code by text message`;
  return outcome === 'mfa_email' ? `${code('pending_provider_mfa')}, with a code by e-mail` : code(outcome);
}

/** How a consent page can end, and what an application gets. */
export function outcomesTable(): string {
  const rows = consentOutcomes.map((outcome) => [
    code(outcome.name),
    outcome.summary,
    code(returnedError(outcome)),
    code(junctionError(outcome)),
  ]);
  return markdownTable([
    ['`simulate`', 'what happens', '`error` of the provider', "Junction's `error_type`"],
    ...rows,
  ]);
}

function returnedError({ end }: ConsentOutcome): string | undefined {
  return end.kind === 'refusal' ? end.error : undefined;
}

function junctionError({ name, end }: ConsentOutcome): string | undefined {
  switch (end.kind) {
    case 'refusal':
      return end.errorType;
    case 'timeout':
      return 'token_expired';
    case 'grant':
      return end.scopes === 'optional' ? name : undefined;
    default:
      return end satisfies never;
  }
}
