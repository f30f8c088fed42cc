import { type Answer, withHeader, withJson } from './answer.ts';
import { type Call, headerValues, keyHeaderName, presentedKey } from './call.ts';
import { onAnswer, onItem, onJson, withMessage } from './change-answer.ts';
import { withField } from './json.ts';
import { listShapes } from './list-body.ts';
import { everyVendor, type Mutant } from './mutant.ts';

/** The caller's own key, told back. */
export const echoMutants: readonly Mutant[] = [
  {
    id: 'own-key-in-list',
    row: 14,
    title: 'A text of the last connection holds the key of the caller',
    vendors: everyVendor,
    caughtBy: ['leaks.own-key'],
    begin: onItem('last', (item, call) => ({
      ...item,
      [listShapes[call.vendor].text]: `via ${keyOf(call)}`,
    })),
  },
  {
    id: 'own-key-in-header',
    row: 14,
    title: 'A header of each list holds the key of the caller',
    vendors: everyVendor,
    caughtBy: ['leaks.own-key'],
    begin: onAnswer(200, (answer, call) => withHeader(answer, 'X-Debug-Caller', keyOf(call))),
  },
  {
    id: 'own-key-in-cookie',
    row: 14,
    title: 'A cookie is set that holds the key of the caller',
    vendors: everyVendor,
    caughtBy: ['leaks.own-key'],
    begin: onAnswer(200, (answer, call) =>
      withHeader(answer, 'Set-Cookie', `caller=${encodeURIComponent(keyOf(call))}; Path=/`),
    ),
  },
  {
    id: 'own-key-encoded-in-header',
    row: null,
    title: 'A header of each list holds the key of the caller in Base64',
    vendors: everyVendor,
    caughtBy: ['leaks.own-key'],
    begin: onAnswer(200, (answer, call) =>
      withHeader(answer, 'X-Debug-Caller', Buffer.from(keyOf(call)).toString('base64')),
    ),
  },
  echoedIn(
    'own-key-in-not-found',
    404,
    'The error for an unknown user holds the key of the caller',
    everyVendor,
  ),
  echoedIn(
    'own-key-in-invalid',
    [400, 422],
    'The error for invalid input holds the key of the caller',
    everyVendor,
  ),
  echoedIn('wrong-key-in-unauthorized', 401, 'The error for a wrong key holds that key', everyVendor),
  {
    id: 'own-key-in-not-found-header',
    row: 14,
    title: 'A header of the error for an unknown user holds all headers of the request',
    vendors: everyVendor,
    caughtBy: ['leaks.own-key'],
    begin: onAnswer(404, (answer, { headers }) =>
      withHeader(answer, 'X-Debug-Request', JSON.stringify(headers)),
    ),
  },
];

function echoedIn(
  id: string,
  statuses: number | readonly number[],
  title: string,
  vendors: Mutant['vendors'],
): Mutant {
  const begin = onAnswer(statuses, (answer: Answer, call: Call) => {
    const key = keyOf(call);
    return key === '' ? answer : withJson(answer, (json) => withMessage(json, (text) => `${text}: ${key}`));
  });
  return { id, row: 14, title, vendors, caughtBy: ['leaks.own-key'], begin };
}

/** What is told of the server's inside. */
export const internalsMutants: readonly Mutant[] = [
  toldIn(
    'stack-trace',
    [400, 404, 422],
    'Errors for a caller with a key end with a stack trace',
    (text) =>
      `${text}\nTraceback (most recent call last):\n  File "/app/api/connections.py", line 87, in list_connections\n    raise NotFound()`,
  ),
  toldIn(
    'node-stack-trace',
    404,
    'The error for an unknown user ends with a stack trace of Node',
    (text) =>
      `${text}\n    at listConnections (/srv/app/dist/connections.js:41:13)\n    at process.processTicksAndRejections (node:internal/process/task_queues:105:5)`,
  ),
  toldIn(
    'sql-in-error',
    404,
    'The error for an unknown user holds the SQL that found nobody',
    () => "No row: SELECT id, status FROM user_connections WHERE user_id = '1' AND deleted_at IS NULL",
  ),
  toldIn(
    'file-path-in-error',
    [401, 400, 422],
    'Errors name a file of the server',
    (text) => `${text} (/usr/src/app/config/production.yaml)`,
  ),
  toldIn(
    'host-in-error',
    404,
    'The error for an unknown user names the host and port of the database',
    (text) => `${text}: connection to server at "10.0.3.17", port 5432`,
  ),
  {
    id: 'internal-host-in-header',
    row: null,
    title: 'A header of each list names the inner address that has answered',
    vendors: everyVendor,
    caughtBy: ['leaks.internals'],
    begin: onAnswer(200, (answer) => withHeader(answer, 'X-Backend', '10.0.3.17:8080')),
  },
  {
    id: 'stack-trace-in-error-message',
    row: null,
    title: 'An error_message is the stack trace of the failed sync',
    vendors: ['junction'],
    caughtBy: ['leaks.internals'],
    begin: onItem('each', (item) =>
      withField(item, 'error_details', (details) =>
        details === null || typeof details !== 'object'
          ? details
          : {
              ...details,
              error_message:
                'Traceback (most recent call last):\n  File "/app/sync/garmin.py", line 12, in pull',
            },
      ),
    ),
  },
];

function toldIn(
  id: string,
  statuses: number | readonly number[],
  title: string,
  message: (text: string) => string,
): Mutant {
  const begin = onJson(statuses, (json) => withMessage(json, message));
  return { id, row: null, title, vendors: everyVendor, caughtBy: ['leaks.internals'], begin };
}

/** Whatever was presented, also where it is no key of the right form. */
function keyOf(call: Call): string {
  return presentedKey(call) ?? headerValues(call.headers, keyHeaderName(call.vendor))[0] ?? '';
}
