import { presentedKey, userIdOf } from '../../proxy/call.ts';
import { everyVendor, type Mutant } from '../../proxy/mutant.ts';
import { cached, workspaceOf } from '../kit/cached.ts';
import { answerBeforeKey, repeatWithKeys } from './accepted-keys.ts';

/** Keys that are required for the plain request, but not for other users, queries or repeated requests. */
export const otherRequestMutants: readonly Mutant[] = [
  {
    id: 'no-key-with-query-accepted',
    title: 'A request without a key is accepted if it has a query',
    vendors: everyVendor,
    caughtBy: ['authentication.no-key-other-requests'],
    begin: answerBeforeKey([200], (call) => presentedKey(call) === null && call.search !== ''),
  },
  {
    id: 'no-key-for-others-accepted',
    title: 'A request without a key is accepted for every user except the first requested one',
    vendors: everyVendor,
    caughtBy: ['authentication.no-key-other-requests'],
    begin: () => {
      const first = new Map<string, string>();
      const behave = answerBeforeKey(
        [200],
        (call) => presentedKey(call) === null && userIdOf(call) !== first.get(call.vendor),
      )();
      return (call, ask) => {
        if (!first.has(call.vendor)) first.set(call.vendor, userIdOf(call));
        return behave(call, ask);
      };
    },
  },
  {
    id: 'refused-key-accepted-again',
    title: 'A refused key is accepted the next time',
    vendors: everyVendor,
    caughtBy: ['authentication.revoked-key-other-requests'],
    begin: () => {
      const refused = new Set<string>();
      return repeatWithKeys((call, accepted) => {
        const key = presentedKey(call);
        if (key === null) return [];
        if (refused.has(key)) return accepted.of(call.vendor).slice(0, 1);
        refused.add(key);
        return [];
      })();
    },
  },
  {
    id: 'cache-without-key',
    title: 'Answers are cached without the key in the cache key',
    vendors: everyVendor,
    caughtBy: ['authentication.no-key'],
    begin: cached((call) => [userIdOf(call), call.search, workspaceOf(call)]),
  },
];
