import { describe, expect, test } from 'vitest';
import type { Vendor } from '../../../spec/vendors.ts';
import { formsOf } from '../../../verify/plan/select-checks.ts';
import type { CheckGroup, Outcome } from '../../../verify/results/outcome.ts';
import { type Fault, startCarelessServer } from './careless-server.ts';
import { opaqueToken } from './text-faults.ts';
import { verifyForeign } from './verify-foreign.ts';

async function verifyCareless(fault: Fault, only: readonly Vendor[]): Promise<Outcome[]> {
  const server = await startCarelessServer({ fault });
  return verifyForeign(server.url, { only }).finally(() => server.close());
}

describe('A server is caught that', () => {
  test.each<[string, { fault: Fault; by: string; api: Vendor }]>([
    [
      'asks nobody again who comes from a known address',
      { fault: 'keyOncePerAddress', api: 'open-wearables', by: 'authentication.no-key' },
    ],
    [
      'gives one tenant what it has kept for another',
      { fault: 'answersKeptByAddress', api: 'open-wearables', by: 'isolation.foreign-user' },
    ],
    [
      'orders what is of the same instant anew on each page',
      { fault: 'tiesInAnyOrder', api: 'mielto', by: 'meaning.walk' },
    ],
    ['has no pages behind ten thousand', { fault: 'noDeepPages', api: 'mielto', by: 'input.skip.huge' }],
    [
      'filters by a status that it does not show',
      { fault: 'filterByTheStoredStatus', api: 'mielto', by: 'meaning.filter-status-sound' },
    ],
    [
      'finds active in inactive',
      { fault: 'filterByPartOfTheText', api: 'mielto', by: 'meaning.filter-status-sound' },
    ],
    [
      'turns its list round at each request',
      { fault: 'listTurnedRoundInPlace', api: 'open-wearables', by: 'meaning.stable' },
    ],
    ['cuts a list at twenty', { fault: 'listCutAtTwenty', api: 'junction', by: 'meaning.expected' }],
    [
      'writes times in its own zone',
      { fault: 'timesInTheLocalZone', api: 'junction', by: 'shape.200.times' },
    ],
    [
      'tells of no error in an empty object',
      { fault: 'emptyErrorDetails', api: 'junction', by: 'shape.200.conditions' },
    ],
    ['sends a whole row', { fault: 'wholeRow', api: 'open-wearables', by: 'leaks.secret-names' }],
    [
      'answers 304 to who has not asked',
      { fault: 'notModifiedUnasked', api: 'open-wearables', by: 'transport.redirect' },
    ],
  ])('%s', async (_, { fault, api, by }) => {
    const outcomes = await verifyCareless(fault, [api]);
    expect(outcomes.find(({ check }) => formsOf(check.id).includes(`${api}.${by}`))).toMatchObject({
      status: 'failed',
    });
  });
});

describe('A server is caught, by whatever check of its group, that', () => {
  test.each<[string, { fault: Fault; api: Vendor; group: CheckGroup; ends?: 'warning' }]>([
    ['knows a key by its end', { fault: 'keyKnownByItsEnd', api: 'mielto', group: 'authentication' }],
    [
      'finds keys in a plain object',
      { fault: 'keyFoundInAnyObject', api: 'open-wearables', group: 'authentication' },
    ],
    [
      'asks for the key on the exact path alone',
      { fault: 'keyAskedOnExactPath', api: 'open-wearables', group: 'authentication' },
    ],
    [
      'asks for the key once a connection',
      { fault: 'keyOncePerConnection', api: 'open-wearables', group: 'authentication' },
    ],
    [
      'takes its cookie for the key',
      { fault: 'cookieInPlaceOfKey', api: 'open-wearables', group: 'authentication' },
    ],
    [
      'believes X-Forwarded-For',
      { fault: 'forwardedFromWithin', api: 'open-wearables', group: 'authentication' },
    ],
    ['believes X-Workspace-Id', { fault: 'workspaceAsTheHeaderSays', api: 'mielto', group: 'isolation' }],
    [
      'shows everybody to the second tenant',
      { fault: 'oneTenantSeesAll', api: 'open-wearables', group: 'isolation' },
    ],
    [
      'keeps the user in a shared variable',
      { fault: 'userInASharedVariable', api: 'open-wearables', group: 'isolation' },
    ],
    ['forgets the user where it filters', { fault: 'filterForgetsTheUser', api: 'mielto', group: 'meaning' }],
    [
      'lets the query name the user',
      { fault: 'queryNamesTheUser', api: 'open-wearables', group: 'isolation' },
    ],
    ['knows users in any case', { fault: 'userInAnyCase', api: 'mielto', group: 'input' }],
    ['knows users by a prefix', { fault: 'userByPrefix', api: 'mielto', group: 'input' }],
    ['counts skip in 32 bits', { fault: 'skipOverflows', api: 'mielto', group: 'input' }],
    ['skips before it filters', { fault: 'skipBeforeFilter', api: 'mielto', group: 'meaning' }],
    [
      'counts without one of the filters',
      { fault: 'totalForgetsTheType', api: 'mielto', group: 'meaning', ends: 'warning' },
    ],
    [
      'answers 404 where a filter matches nothing',
      { fault: 'noMatchIsUnknown', api: 'mielto', group: 'meaning', ends: 'warning' },
    ],
    ['takes the status constructor', { fault: 'filterFoundInAnyObject', api: 'mielto', group: 'input' }],
    [
      'refuses a sign before a number',
      { fault: 'noSignBeforeNumbers', api: 'mielto', group: 'input', ends: 'warning' },
    ],
    [
      'pages what is not paged',
      { fault: 'pagesWhatIsNotPaged', api: 'open-wearables', group: 'input', ends: 'warning' },
    ],
    ['writes never as the year one', { fault: 'neverIsTheYearOne', api: 'open-wearables', group: 'meaning' }],
    [
      'has updated a microsecond before it created',
      { fault: 'updatedJustBeforeCreated', api: 'mielto', group: 'meaning' },
    ],
    ['lists a provider twice', { fault: 'oldAndNewAccount', api: 'junction', group: 'meaning' }],
    ['shows the address of a webhook', { fault: 'webhookInSettings', api: 'mielto', group: 'leaks' }],
    [
      'shows a secret as a name and a value',
      { fault: 'secretAsNameAndValue', api: 'mielto', group: 'leaks' },
    ],
    ['shows a connection string', { fault: 'connectionString', api: 'mielto', group: 'leaks' }],
    ['repeats the key in the reason', { fault: 'keyInTheReason', api: 'junction', group: 'leaks' }],
    ['says that errors are compressed', { fault: 'errorsSaidToBeGzip', api: 'junction', group: 'transport' }],
    [
      'redirects who does not ask for JSON',
      { fault: 'pageUnlessJsonIsAsked', api: 'open-wearables', group: 'transport' },
    ],
  ])('%s', async (_, { fault, api, group, ends = 'failed' }) => {
    const outcomes = await verifyCareless(fault, [api]);
    const caught = outcomes.filter(({ status, check }) => check.group === group && status === ends);
    expect(caught.map(({ check }) => check.id)).not.toEqual([]);
  });
});

test('A secret that is found is not told in any finding', async () => {
  const outcomes = await verifyCareless('wholeRow', ['open-wearables']);
  expect(JSON.stringify(outcomes)).not.toContain(opaqueToken);
});
