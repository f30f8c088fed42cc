import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { RequestHandler } from 'express';
import { vendors } from '../../spec/vendors.ts';
import type { Log } from './log.ts';

/** What is shorter is no key, and would strike out half the path. */
const shortestKey = 4;

/** Paths are cut at this many characters in the log. */
const longestPath = 200;

/**
 * Makes the middleware that gives each request an id, in `X-Request-Id`, and logs one line when it has been answered.
 * The line holds no header and no query, where keys travel, and a key that stands in the path is struck out.
 */
export function createRequestLog(options: {
  readonly log: Log;
  readonly newId?: () => string;
}): RequestHandler {
  const { log, newId = randomUUID } = options;
  return function requestLog(request, response, next) {
    const id = newId();
    const start = performance.now();
    const { method, url } = request;
    response.setHeader('X-Request-Id', id);
    response.locals.requestId = id;
    response.once('close', () => {
      const milliseconds = Math.round((performance.now() - start) * 10) / 10;
      const path = withoutKeys(url.split('?', 1)[0] ?? '', request.headers);
      const line = {
        id,
        method,
        path: path.slice(0, longestPath),
        status: response.statusCode,
        milliseconds,
      };
      if (response.writableFinished) log.info(line, 'answered');
      else log.info(line, 'the client went away');
    });
    next();
  };
}

const keyHeaders = new Set(['authorization', ...vendors.map(({ key }) => key.header.toLowerCase())]);

function withoutKeys(path: string, headers: IncomingHttpHeaders): string {
  let rest = path;
  for (const name of keyHeaders) {
    for (const key of String(headers[name] ?? '').split(/[\s,]+/)) {
      if (key.length >= shortestKey) rest = rest.replaceAll(key, '[key]');
    }
  }
  return rest;
}
