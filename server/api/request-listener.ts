// The entry of the server: gives each request an id and a line in the log, and answers from the cache.
import type { IncomingHttpHeaders, IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { keyHeaderNames, vendors } from '../../spec/vendors.ts';
import type { ConfirmVersion } from '../store/workspace-versions.ts';
import type { CachedAnswer, CacheHit } from './answer-cache.ts';
import type { Journal } from './journal.ts';
import { subjectOf } from './journal-entry.ts';
import type { Log } from './log.ts';
import { hasFault } from './request-fault.ts';
import { withoutKeys } from './without-keys.ts';

/** Minimum length of a key to remove. Shorter text is not a key and occurs in any path. */
const shortestKey = 4;

/** Length at which paths are truncated in the log, in characters. */
const longestPath = 200;

const keyHeaders = [
  ...new Set(
    [
      'authorization',
      ...vendors.flatMap(keyHeaderNames),
      ...vendors.flatMap(({ linkToken }) => (linkToken === null ? [] : [linkToken.header])),
    ].map((name) => name.toLowerCase()),
  ),
];

/**
 * Makes the listener of the server. Each request gets an id in `X-Request-Id`, and one line in the log when it ends. The
 * line contains no headers and no query, because they can contain keys; keys in the path are removed. A request of a
 * workspace is also added to its journal. A request with a cached answer gets it if `confirmVersion` confirms that the
 * workspace is unchanged. All others go to `app`.
 */
export function createRequestListener(options: {
  readonly app: RequestListener;
  readonly findCached: (request: IncomingMessage) => CacheHit | null;
  readonly confirmVersion: ConfirmVersion;
  readonly log: Log;
  readonly journal: Journal;
  readonly now: () => string;
  readonly newId: () => string;
}): RequestListener {
  const { app, findCached, confirmVersion, log, journal, now, newId } = options;

  return function listen(request, response) {
    const id = newId();
    const start = performance.now();
    const { method = '', url = '' } = request;
    const cached = hasFault(request) ? null : findCached(request);
    let sentAgain: CachedAnswer | null = null;
    response.once('close', () => {
      const subject = sentAgain?.subject ?? subjectOf(response);
      // One record serves the log and the journal.
      const entry = {
        id,
        time: subject === null ? '' : now(),
        subject,
        method,
        path: cached?.answer.path ?? loggedPath(url, request.headers),
        status: response.statusCode,
        milliseconds: Math.round((performance.now() - start) * 10) / 10,
        bytes: sentAgain?.bytes ?? bytesOf(method, response),
        isCached: sentAgain !== null,
        isFinished: response.writableFinished,
      };
      log.answered(entry);
      journal.add(entry);
    });
    if (cached === null) return pass();

    const { workspaceId, answer } = cached;
    const version = confirmVersion(workspaceId);
    if (version === answer.version) return again();
    if (version === null || typeof version === 'string') return pass();
    // If the store fails, the API renders the error in its own shape.
    version.then((confirmed) => (confirmed === answer.version ? again() : pass()), pass);

    function again(): void {
      sentAgain = answer;
      sendAgain(response, answer, id);
    }

    function pass(): void {
      response.setHeader('X-Request-Id', id);
      app(request, response);
    }
  };
}

function sendAgain(response: ServerResponse, answer: CachedAnswer, id: string): void {
  const { headers, body, encoding } = answer;
  response.writeHead(200, ['X-Request-Id', id, ...headers]);
  response.end(body, encoding);
}

/** The size of the body of an answer. HEAD has none. */
function bytesOf(method: string, response: ServerResponse): number {
  return method === 'HEAD' ? 0 : Number(response.getHeader('Content-Length') ?? 0);
}

/** The path of a URL as the log shows it: without its query and without keys. */
export function loggedPath(url: string, headers: IncomingHttpHeaders): string {
  const end = url.indexOf('?');
  let path = end < 0 ? url : url.slice(0, end);
  for (const name of keyHeaders) {
    const value = headers[name];
    if (value === undefined) continue;
    for (const key of String(value).split(/[\s,]+/)) {
      if (key.length >= shortestKey) path = path.replaceAll(key, '[key]');
    }
  }
  const shown = withoutKeys(path).slice(0, longestPath);
  // A part of a long text keeps the whole text in memory, and the journal keeps paths.
  return url.length > longestPath ? Buffer.from(shown).toString() : shown;
}
