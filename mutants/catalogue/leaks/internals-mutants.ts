import { withHeader } from '../../proxy/answer.ts';
import { everyVendor, type Mutant, type MutantHead } from '../../proxy/mutant.ts';
import { onAnswer, onItem, onJson } from '../kit/change-answer.ts';
import { withMessage } from '../kit/problem.ts';
import { withErrorDetails } from '../kit/provider-parts.ts';

/** Answers that reveal internal details of the server. */
export const internalsMutants: readonly Mutant[] = [
  messageMutant({
    id: 'stack-trace',
    statuses: [400, 404, 422],
    title: 'Errors for a caller with a key end with a stack trace',
    message: (text) =>
      `${text}\nTraceback (most recent call last):\n  File "/app/api/connections.py", line 87, in list_connections\n    raise NotFound()`,
  }),
  messageMutant({
    id: 'node-stack-trace',
    statuses: 404,
    title: 'The error for an unknown user ends with a Node.js stack trace',
    message: (text) =>
      `${text}\n    at listConnections (/srv/app/dist/connections.js:41:13)\n    at process.processTicksAndRejections (node:internal/process/task_queues:105:5)`,
  }),
  messageMutant({
    id: 'sql-in-error',
    statuses: 404,
    title: 'The error for an unknown user contains the SQL query',
    message: () =>
      "No row: SELECT id, status FROM user_connections WHERE user_id = '1' AND deleted_at IS NULL",
  }),
  messageMutant({
    id: 'file-path-in-error',
    statuses: [401, 400, 422],
    title: 'Errors name a file of the server',
    message: (text) => `${text} (/usr/src/app/config/production.yaml)`,
  }),
  messageMutant({
    id: 'host-in-error',
    statuses: 404,
    title: 'The error for an unknown user names the host and port of the database',
    message: (text) => `${text}: connection to server at "10.0.3.17", port 5432`,
  }),
  messageMutant({
    id: 'exception-name-in-error',
    statuses: 404,
    title: 'The error for an unknown user names the exception',
    message: () => 'sqlalchemy.exc.NoResultFound: No row was found when one was required',
  }),
  {
    id: 'internal-host-in-header',
    title: 'A header of each list contains the internal address of the server',
    vendors: everyVendor,
    caughtBy: ['leaks.internals'],
    begin: onAnswer(200, (answer) => withHeader(answer, 'X-Backend', '10.0.3.17:8080')),
  },
  {
    id: 'stack-trace-in-error-message',
    title: 'An error_message is the stack trace of the failed sync',
    vendors: ['junction'],
    caughtBy: ['leaks.internals'],
    begin: onItem('each', (item) =>
      withErrorDetails(item, (details) => ({
        ...details,
        error_message: 'Traceback (most recent call last):\n  File "/app/sync/garmin.py", line 12, in pull',
      })),
    ),
  },
];

function messageMutant({
  statuses,
  message,
  ...head
}: MutantHead & {
  readonly statuses: number | readonly number[];
  readonly message: (text: string) => string;
}): Mutant {
  const begin = onJson(statuses, (json) => withMessage(json, message));
  return { ...head, vendors: everyVendor, caughtBy: ['leaks.internals'], begin };
}
