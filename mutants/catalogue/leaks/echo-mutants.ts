import { type Answer, withHeader, withJson } from '../../proxy/answer.ts';
import { type Call, keyHeaderValues, presentedKey } from '../../proxy/call.ts';
import { everyVendor, type Mutant, type MutantHead } from '../../proxy/mutant.ts';
import { onAnswer, onItem } from '../kit/change-answer.ts';
import { itemField } from '../kit/item-fields.ts';
import { withMessage } from '../kit/problem.ts';

/** Answers that contain the caller's own key. */
export const echoMutants: readonly Mutant[] = [
  {
    id: 'own-key-in-list',
    title: "A text of the last connection contains the caller's key",
    vendors: everyVendor,
    caughtBy: ['leaks.own-key'],
    begin: onItem('last', (item, call) => ({
      ...item,
      [itemField(call.vendor, 'text')]: `via ${keyOf(call)}`,
    })),
  },
  {
    id: 'own-key-in-header',
    title: "A header of each list contains the caller's key",
    vendors: everyVendor,
    caughtBy: ['leaks.own-key'],
    begin: onAnswer(200, (answer, call) => withHeader(answer, 'X-Debug-Caller', keyOf(call))),
  },
  {
    id: 'own-key-in-cookie',
    title: "A cookie contains the caller's key",
    vendors: everyVendor,
    caughtBy: ['leaks.own-key'],
    begin: onAnswer(200, (answer, call) =>
      withHeader(answer, 'Set-Cookie', `caller=${encodeURIComponent(keyOf(call))}; Path=/`),
    ),
  },
  {
    id: 'own-key-encoded-in-header',
    title: "A header of each list contains the caller's key in Base64",
    vendors: everyVendor,
    caughtBy: ['leaks.own-key'],
    begin: onAnswer(200, (answer, call) =>
      withHeader(answer, 'X-Debug-Caller', Buffer.from(keyOf(call)).toString('base64')),
    ),
  },
  echoMutant({
    id: 'own-key-in-not-found',
    statuses: 404,
    title: "The error for an unknown user contains the caller's key",
    vendors: everyVendor,
  }),
  echoMutant({
    id: 'own-key-in-invalid',
    statuses: [400, 422],
    title: "The error for invalid input contains the caller's key",
    vendors: everyVendor,
  }),
  echoMutant({
    id: 'wrong-key-in-unauthorized',
    statuses: 401,
    title: 'The error for a wrong key contains that key',
    vendors: everyVendor,
  }),
  {
    id: 'own-key-in-not-found-header',
    title: 'A header of the error for an unknown user contains all headers of the request',
    vendors: everyVendor,
    caughtBy: ['leaks.own-key'],
    begin: onAnswer(404, (answer, { headers }) =>
      withHeader(answer, 'X-Debug-Request', JSON.stringify(headers)),
    ),
  },
];

function echoMutant({
  statuses,
  vendors,
  ...head
}: MutantHead & {
  readonly statuses: number | readonly number[];
  readonly vendors: Mutant['vendors'];
}): Mutant {
  const begin = onAnswer(statuses, (answer: Answer, call: Call) => {
    const key = keyOf(call);
    return key === '' ? answer : withJson(answer, (json) => withMessage(json, (text) => `${text}: ${key}`));
  });
  return { ...head, vendors, caughtBy: ['leaks.own-key'], begin };
}

/** The presented key, also if it does not have the right format. */
function keyOf(call: Call): string {
  return presentedKey(call) ?? keyHeaderValues(call)[0] ?? '';
}
