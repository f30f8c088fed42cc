import { describe, expect, test } from 'vitest';
import type { Vendor } from '../../../spec/vendors.ts';
import { aliasesOf } from '../../../verify/plan/select-checks.ts';
import type { CheckGroup, Outcome } from '../../../verify/results/outcome.ts';
import { type Fault, startFaultyServer } from './faulty-server.ts';
import { opaqueToken } from './text-faults.ts';
import { verifyForeign } from './verify-foreign.ts';

async function verifyFaulty(fault: Fault, only: readonly Vendor[]): Promise<Outcome[]> {
  const server = await startFaultyServer({ fault });
  return verifyForeign(server.url, { only }).finally(() => server.close());
}

describe('The check for its fault fails or warns for a server that', () => {
  test.each<[string, { fault: Fault; by: string; api: Vendor; ends?: 'warning' }]>([
    [
      'checks the key once for each client address',
      { fault: 'keyCheckedOncePerAddress', api: 'open-wearables', by: 'authentication.no-key' },
    ],
    [
      'returns a cached answer of one tenant to another',
      { fault: 'answersCachedByUrl', api: 'open-wearables', by: 'isolation.foreign-user' },
    ],
    [
      'orders items with the same time differently on each page',
      { fault: 'tiesInUnstableOrder', api: 'mielto', by: 'meaning.walk' },
    ],
    [
      'fails on pages after ten thousand items',
      { fault: 'noDeepPages', api: 'mielto', by: 'shape.server-errors' },
    ],
    [
      'filters by another status than it shows',
      { fault: 'filterByStoredStatus', api: 'mielto', by: 'meaning.filter-status-sound' },
    ],
    [
      'filters by a substring',
      { fault: 'filterBySubstring', api: 'mielto', by: 'meaning.filter-status-sound' },
    ],
    [
      'reverses its list with each request',
      { fault: 'listReversedInPlace', api: 'open-wearables', by: 'meaning.stable', ends: 'warning' },
    ],
    ['ends a list after twenty items', { fault: 'listCutAtTwenty', api: 'junction', by: 'meaning.expected' }],
    [
      'writes times in its local time zone',
      { fault: 'timesInLocalZone', api: 'junction', by: 'shape.200.times', ends: 'warning' },
    ],
    [
      'sends empty error_details without an error',
      { fault: 'emptyErrorDetails', api: 'junction', by: 'shape.200.conditions' },
    ],
    ['sends all columns of a row', { fault: 'wholeRow', api: 'open-wearables', by: 'leaks.secret-names' }],
    [
      'returns 304 to unconditional requests',
      { fault: 'notModifiedUnrequested', api: 'open-wearables', by: 'transport.redirect' },
    ],
  ])('%s', async (_, { fault, api, by, ends = 'failed' }) => {
    const outcomes = await verifyFaulty(fault, [api]);
    expect(outcomes.find(({ check }) => aliasesOf(check.id).includes(`${api}.${by}`))).toMatchObject({
      status: ends,
    });
  });
});

describe('A check of the group fails or warns for a server that', () => {
  test.each<[string, { fault: Fault; api: Vendor; group: CheckGroup; ends?: 'warning' }]>([
    [
      'compares only the end of a key',
      { fault: 'keyComparedBySuffix', api: 'mielto', group: 'authentication' },
    ],
    [
      'looks keys up in a plain object',
      { fault: 'keyLookedUpInPlainObject', api: 'open-wearables', group: 'authentication' },
    ],
    [
      'requires the key only on the exact path',
      { fault: 'keyRequiredOnExactPathOnly', api: 'open-wearables', group: 'authentication' },
    ],
    [
      'checks the key once for each connection',
      { fault: 'keyCheckedOncePerConnection', api: 'open-wearables', group: 'authentication' },
    ],
    [
      'accepts its cookie in place of the key',
      { fault: 'cookieAcceptedAsKey', api: 'open-wearables', group: 'authentication' },
    ],
    [
      'trusts X-Forwarded-For',
      { fault: 'forwardedForTrusted', api: 'open-wearables', group: 'authentication' },
    ],
    ['trusts X-Workspace-Id', { fault: 'workspaceHeaderTrusted', api: 'mielto', group: 'isolation' }],
    [
      'shows all users to the second tenant',
      { fault: 'oneTenantReadsAll', api: 'open-wearables', group: 'isolation' },
    ],
    [
      'keeps the user in a shared variable',
      { fault: 'userInSharedVariable', api: 'open-wearables', group: 'isolation' },
    ],
    [
      'ignores the user if a filter is given',
      { fault: 'filterIgnoresUser', api: 'mielto', group: 'meaning' },
    ],
    [
      'reads the user from the query',
      { fault: 'userReadFromQuery', api: 'open-wearables', group: 'isolation' },
    ],
    ['ignores the case of user ids', { fault: 'userIdCaseIgnored', api: 'mielto', group: 'input' }],
    ['finds users by a prefix', { fault: 'userFoundByPrefix', api: 'mielto', group: 'input' }],
    ['stores skip in 32 bits', { fault: 'skipOverflows', api: 'mielto', group: 'input' }],
    ['skips before it filters', { fault: 'skipBeforeFilter', api: 'mielto', group: 'meaning' }],
    [
      'counts without one of the filters',
      { fault: 'totalIgnoresType', api: 'mielto', group: 'meaning', ends: 'warning' },
    ],
    [
      'returns 404 if a filter matches nothing',
      { fault: 'noMatchReturns404', api: 'mielto', group: 'meaning', ends: 'warning' },
    ],
    [
      'accepts the status constructor',
      { fault: 'filterLookedUpInPlainObject', api: 'mielto', group: 'input' },
    ],
    [
      'refuses a plus sign before a number',
      { fault: 'signedNumbersRefused', api: 'mielto', group: 'input', ends: 'warning' },
    ],
    [
      'applies paging to a list without paging',
      { fault: 'unpagedListPaged', api: 'open-wearables', group: 'input', ends: 'warning' },
    ],
    [
      'writes a missing time as the year 1',
      { fault: 'missingTimeIsYearOne', api: 'open-wearables', group: 'meaning' },
    ],
    [
      'sets updated_at a microsecond before created_at',
      { fault: 'updatedJustBeforeCreated', api: 'mielto', group: 'meaning', ends: 'warning' },
    ],
    [
      'lists a provider twice',
      { fault: 'oldAndNewAccount', api: 'junction', group: 'meaning', ends: 'warning' },
    ],
    ['shows the URL of a webhook', { fault: 'webhookInSettings', api: 'mielto', group: 'leaks' }],
    [
      'shows a secret as a name and a value',
      { fault: 'secretAsNameAndValue', api: 'mielto', group: 'leaks' },
    ],
    ['shows a connection string', { fault: 'connectionString', api: 'mielto', group: 'leaks' }],
    ['repeats the key in the reason phrase', { fault: 'keyInReasonPhrase', api: 'junction', group: 'leaks' }],
    [
      'declares uncompressed errors as gzip',
      { fault: 'errorsDeclaredAsGzip', api: 'junction', group: 'transport' },
    ],
    [
      'redirects clients that do not ask for JSON',
      { fault: 'loginPageUnlessJsonRequested', api: 'open-wearables', group: 'transport', ends: 'warning' },
    ],
  ])('%s', async (_, { fault, api, group, ends = 'failed' }) => {
    const outcomes = await verifyFaulty(fault, [api]);
    const caught = outcomes.filter(({ status, check }) => check.group === group && status === ends);
    expect(caught.map(({ check }) => check.id)).not.toEqual([]);
  });
});

test('No finding contains a leaked secret', async () => {
  const outcomes = await verifyFaulty('wholeRow', ['open-wearables']);
  expect(JSON.stringify(outcomes)).not.toContain(opaqueToken);
});
