import { IncomingMessage, Server, ServerResponse } from 'node:http';
import { currentRequest } from './current-request.ts';
import { answerFailure, watchAnswer } from './send-instead.ts';

/**
 * Changes each server of this process: Prism gets only what it can read, what it must not send is replaced, and a
 * request that makes Prism throw is answered. Otherwise such a request would end the process.
 */
export function guardRequests(): void {
  const emit = Server.prototype.emit;
  Server.prototype.emit = function (this: Server, event: string | symbol, ...args: unknown[]): boolean {
    const [request, response] = args;
    const pass = () => Reflect.apply(emit, this, [event, ...args]);
    if (event !== 'request' || !(request instanceof IncomingMessage) || !(response instanceof ServerResponse))
      return pass();
    if (!hasReadableUrl(request)) {
      response.writeHead(404, { 'Content-Type': 'application/json' }).end('{"detail":"Not found"}');
      return true;
    }
    removeMalformed(request);
    repeatEnd(request);
    const current = { request, response, isDynamic: false };
    watchAnswer(current);
    return currentRequest.run(current, pass);
  };
  process.on('uncaughtException', answerFailure).on('unhandledRejection', answerFailure);
}

function hasReadableUrl({ url = '/' }: IncomingMessage): boolean {
  try {
    decodeURIComponent(url);
    return URL.canParse(url, 'http://mock');
  } catch {
    return false;
  }
}

const token = "[\\w!#$%&'*+.^`|~-]+";
const mediaType = new RegExp(`^ *${token}/${token} *(?:; *${token} *= *(?:${token}|"[ !#-\\[\\]-~]*") *)*$`);

/** Removes invalid media types, for which Prism throws. Without the header it answers like the server. */
function removeMalformed({ headers }: IncomingMessage): void {
  const { accept = '*/*', 'content-type': contentType = 'text/plain' } = headers;
  if (!accept.split(',').every((one) => mediaType.test(one))) delete headers.accept;
  if (!mediaType.test(contentType)) delete headers['content-type'];
}

/** Repeats the `end` event: if a body is not JSON, Prism waits for it after it has occurred, and never answers. */
function repeatEnd(request: IncomingMessage): void {
  const once = request.once.bind(request);
  Object.assign(request, {
    once(event: string, listener: () => void) {
      if (event === 'end' && request.readableEnded) queueMicrotask(listener);
      return once(event, listener);
    },
  });
}
