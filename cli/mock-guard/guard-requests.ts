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

/** Prism throws at a media type that is not one. Without the header it answers as the server does. */
function removeMalformed({ headers }: IncomingMessage): void {
  const { accept = '*/*', 'content-type': contentType = 'text/plain' } = headers;
  if (!accept.split(',').every((one) => mediaType.test(one))) delete headers.accept;
  if (!mediaType.test(contentType)) delete headers['content-type'];
}

/** If a body is not JSON, Prism waits for the end of the request, which has passed by then, and never answers. */
function repeatEnd(request: IncomingMessage): void {
  const once = request.once.bind(request);
  Object.assign(request, {
    once(event: string, listener: () => void) {
      if (event === 'end' && request.readableEnded) queueMicrotask(listener);
      return once(event, listener);
    },
  });
}
