// The way in: every request gets its id and its line in the log, and one that is remembered is answered right here.
import type { IncomingHttpHeaders, IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { vendors } from '../../spec/vendors.ts';
import type { ConfirmVersion } from '../store/workspace-versions.ts';
import type { Recalled, RememberedAnswer } from './answer-memory.ts';
import type { Log } from './log.ts';

/** Shorter text is not a key, and would strike out half the path. */
const shortestKey = 4;

/** Paths are cut at this many characters in the log. */
const longestPath = 200;

const keyHeaders = [...new Set(['authorization', ...vendors.map(({ key }) => key.header.toLowerCase())])];

/**
 * Makes the listener of the server. Each request gets an id, in `X-Request-Id`, and one line in the log when it is
 * over. The line holds no header and no query, where keys travel, and a key that is in the path is struck out. A GET
 * that `recall` remembers an answer for is answered once `confirmVersion` says that nothing has changed since; all
 * others go to `app`.
 */
export function createRequestListener(options: {
  readonly app: RequestListener;
  readonly recall: (request: IncomingMessage) => Recalled | null;
  readonly confirmVersion: ConfirmVersion;
  readonly log: Log;
  readonly newId: () => string;
}): RequestListener {
  const { app, recall, confirmVersion, log, newId } = options;

  return function listen(request, response) {
    const id = newId();
    const start = performance.now();
    const { method = '', url = '' } = request;
    const recalled = recall(request);
    response.once('close', () => {
      log.answered({
        id,
        method,
        path: recalled?.answer.path ?? loggedPath(url, request.headers),
        status: response.statusCode,
        milliseconds: Math.round((performance.now() - start) * 10) / 10,
        isFinished: response.writableFinished,
      });
    });
    if (recalled === null) return pass();

    const { workspaceId, answer } = recalled;
    const version = confirmVersion(workspaceId);
    if (version === answer.version) return sendAgain(response, answer, id);
    if (version === null || typeof version === 'string') return pass();
    // Whatever keeps the store from answering is explained in the API's own words, by the API.
    version.then((now) => (now === answer.version ? sendAgain(response, answer, id) : pass()), pass);

    function pass(): void {
      response.setHeader('X-Request-Id', id);
      app(request, response);
    }
  };
}

function sendAgain(response: ServerResponse, answer: RememberedAnswer, id: string): void {
  const { headers, body, encoding } = answer;
  response.writeHead(200, ['X-Request-Id', id, ...headers]);
  response.end(body, encoding);
}

/** The path as the log tells it. */
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
  return path.slice(0, longestPath);
}
