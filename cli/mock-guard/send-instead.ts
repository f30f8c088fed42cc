import type { ServerResponse } from 'node:http';
import type { Answer } from '../../server/api/answer.ts';
import { answerInstead, answerToFailure } from './answer-instead.ts';
import { type CurrentRequest, currentRequest } from './current-request.ts';

/** The headers that Prism sets. */
const headersOfPrism = ['content-type', 'content-length', 'sl-violations', 'retry-after', 'www-authenticate'];

/** Replaces Prism's answer to a request if it must not be sent. */
export function watchAnswer(current: CurrentRequest): void {
  const { response } = current;
  const end = response.end.bind(response);
  const watchedEnd = (body?: string | Buffer): ServerResponse => {
    // From here on, errors are answered with Node's own method.
    Object.assign(response, { end });
    const given = {
      status: response.statusCode,
      contentType: String(response.getHeader('content-type') ?? ''),
      headers: headersOf(response),
      ...(current.isDynamic && body !== undefined ? { body: parsed(String(body)) } : {}),
    };
    const instead = answerInstead(current, given);
    return instead === null ? end(body) : send(response, instead);
  };
  Object.assign(response, { end: watchedEnd });
}

/** Answers the request for which an error was thrown. An error outside a request ends the process, as usual. */
export function answerFailure(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  const current = currentRequest.getStore();
  if (current === undefined) {
    process.stderr.write(`connections-contract: the mock has failed: ${message}\n`);
    process.exit(1);
  }
  const { request, response } = current;
  process.stderr.write(`connections-contract: a request to the mock has failed: ${message}\n`);
  if (response.writableEnded) return;
  if (response.headersSent) return void response.destroy();
  send(response, answerToFailure(request));
}

function send(response: ServerResponse, { status, body, headers = {} }: Answer): ServerResponse {
  for (const name of headersOfPrism) response.removeHeader(name);
  const text = JSON.stringify(body);
  response.writeHead(status, {
    ...headers,
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(text),
  });
  return response.end(text);
}

/** The headers of a response, with their names in lower case. */
function headersOf(response: ServerResponse): Record<string, string> {
  return Object.fromEntries(
    response.getHeaderNames().map((name) => [name, String(response.getHeader(name))]),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
