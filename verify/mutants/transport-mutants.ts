import { deflateSync, gzipSync } from 'node:zlib';
import { type Answer, withBody, withHeader, withoutHeader } from './answer.ts';
import { type Call, targetOf } from './call.ts';
import { errorStatuses, onAnswer } from './change-answer.ts';
import { everyVendor, type Mutant } from './mutant.ts';

/** Answers that HTTP does not bring over whole, and redirects. */
export const transportMutants: readonly Mutant[] = [
  redirects('login-redirect', 21, 'A list is a redirect to a page to log in', 200, () => [
    302,
    '/login?next=connections',
  ]),
  redirects(
    'login-redirect-for-wrong-key',
    21,
    'A request without a valid key is a redirect to a page to log in',
    401,
    () => [302, '/login'],
  ),
  redirects('login-redirect-elsewhere', 21, 'A list is a redirect to another host', 200, () => [
    303,
    'https://login.example.com/',
  ]),
  redirects('redirect-to-itself', null, 'A list is a redirect to itself', 200, (call) => [
    302,
    targetOf(call),
  ]),
  redirects('redirect-for-errors', null, 'Errors are redirects to a page about errors', errorStatuses, () => [
    302,
    '/error',
  ]),
  redirects(
    'redirect-to-slash',
    null,
    'A list is a permanent redirect to its path with a slash at the end',
    200,
    (call) => [308, targetOf(call).replace(/(\?|$)/, '/$1')],
  ),
  broken(
    'body-cut-off',
    17,
    'The connection is closed in the middle of the body',
    'transport.complete',
    (answer) => ({
      ...withHeader(answer, 'Content-Length', String(answer.body.length)),
      body: answer.body.subarray(0, Math.ceil(answer.body.length / 2)),
      delivery: 'as-written',
    }),
  ),
  broken(
    'content-length-too-large',
    null,
    'Content-Length is one more than the body has',
    'transport.content-length',
    (answer) => ({
      ...withHeader(answer, 'Content-Length', String(answer.body.length + 1)),
      delivery: 'as-written',
    }),
  ),
  broken(
    'content-length-too-small',
    null,
    'Content-Length is one less than the body has',
    'transport.content-length',
    (answer) => ({
      ...withHeader(answer, 'Content-Length', String(answer.body.length - 1)),
      delivery: 'as-written',
    }),
  ),
  broken(
    'content-length-twice',
    null,
    'There are two Content-Lengths, and they differ',
    'transport.content-length',
    (answer) => ({
      ...answer,
      headers: [
        ...withHeader(answer, 'Content-Length', String(answer.body.length)).headers,
        ['Content-Length', '2'],
      ],
      delivery: 'as-written',
    }),
  ),
  broken('chunk-malformed', null, 'The length of a chunk is no number', 'transport.complete', (answer) => ({
    ...withHeader(withoutHeader(answer, 'Content-Length'), 'Transfer-Encoding', 'chunked'),
    body: Buffer.concat([Buffer.from('zz\r\n'), answer.body, Buffer.from('\r\n0\r\n\r\n')]),
    delivery: 'as-written',
  })),
  broken(
    'body-unended',
    null,
    'The answer is chunked and its end never comes',
    'transport.complete',
    (answer) => ({
      ...answer,
      delivery: 'unended',
    }),
  ),
  broken('answer-garbage', null, 'The answer is no HTTP', 'transport.complete', (answer) => ({
    ...withBody(answer, 'SSH-2.0-OpenSSH_9.9\r\n'),
    delivery: 'bare',
  })),
  broken(
    'answer-dropped',
    null,
    'The connection is closed without an answer',
    'transport.complete',
    (answer) => ({
      ...answer,
      delivery: 'dropped',
    }),
  ),
  broken(
    'gzip-unasked',
    null,
    'The body is compressed though the client has not asked for it',
    'transport.compression',
    (answer, call) =>
      call.headers.some(([name, value]) => /^accept-encoding$/i.test(name) && /gzip|\*/i.test(value))
        ? answer
        : withHeader({ ...answer, body: gzipSync(answer.body) }, 'Content-Encoding', 'gzip'),
  ),
  broken(
    'gzip-broken',
    null,
    'The body says that it is compressed and cannot be decompressed',
    'transport.compression',
    (answer) =>
      withHeader({ ...answer, body: gzipSync(answer.body).fill(0, 10) }, 'Content-Encoding', 'gzip'),
  ),
  broken(
    'gzip-claimed',
    null,
    'The body says that it is compressed and is not',
    'transport.compression',
    (answer) => withHeader(answer, 'Content-Encoding', 'gzip'),
  ),
  broken(
    'deflate-unnamed',
    null,
    'The body is compressed and does not say so',
    'transport.compression',
    (answer) => ({
      ...answer,
      body: deflateSync(answer.body),
    }),
  ),
];

function broken(
  id: string,
  row: number | null,
  title: string,
  caughtBy: string,
  change: (answer: Answer, call: Call) => Answer,
): Mutant {
  const begin = onAnswer(200, change);
  return { id, row, title, vendors: everyVendor, caughtBy: [caughtBy, 'shape.200.json'], begin };
}

function redirects(
  id: string,
  row: number | null,
  title: string,
  statuses: number | readonly number[],
  to: (call: Call) => readonly [status: number, location: string],
): Mutant {
  const begin = onAnswer(statuses, (answer, call) => {
    const [status, location] = to(call);
    return { ...withHeader(withBody(answer, ''), 'Location', location), status };
  });
  return { id, row, title, vendors: everyVendor, caughtBy: ['transport.redirect'], begin };
}
