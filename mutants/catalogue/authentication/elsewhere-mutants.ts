import { presentedKey, userIdOf } from '../../proxy/call.ts';
import { everyVendor, type Mutant } from '../../proxy/mutant.ts';
import { cached, workspaceOf } from '../kit/cached.ts';
import { acceptingKeys, answeringBeforeKey } from './accepted-keys.ts';

/** Keys that are compared for the plain request, and not for another user, a query or a second try. */
export const elsewhereMutants: readonly Mutant[] = [
  {
    id: 'no-key-with-query-accepted',
    title: 'Without a key any request with a query is answered',
    vendors: everyVendor,
    caughtBy: ['authentication.no-key-elsewhere'],
    begin: answeringBeforeKey([200], (call) => presentedKey(call) === null && call.search !== ''),
  },
  {
    id: 'no-key-for-others-accepted',
    title: 'Without a key each user is answered but the one who was asked for first',
    vendors: everyVendor,
    caughtBy: ['authentication.no-key-elsewhere'],
    begin: () => {
      const first = new Map<string, string>();
      const behave = answeringBeforeKey(
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
    title: 'A key that was refused is accepted the next time',
    vendors: everyVendor,
    caughtBy: ['authentication.revoked-key-elsewhere'],
    begin: () => {
      const refused = new Set<string>();
      return acceptingKeys((call, accepted) => {
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
    title: 'Answers are cached, and the key is not part of what they are cached by',
    vendors: everyVendor,
    caughtBy: ['authentication.no-key', 'isolation.own-user-foreign-key'],
    begin: cached((call) => [userIdOf(call), call.search, workspaceOf(call)]),
  },
];
