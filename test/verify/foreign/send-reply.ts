import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Vendor } from '../../../spec/vendors.ts';

/** A parsed request. */
export interface ParsedRequest {
  readonly api: Vendor;
  readonly id: string;
  readonly query: URLSearchParams;
  readonly request: IncomingMessage;
}

export interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: OutgoingHttpHeaders;
  readonly reason?: string;
}

const contentTypes = {
  'open-wearables': 'application/json',
  junction: 'Application/JSON; charset="UTF-8"',
  mielto: 'application/json; charset=utf-8',
} as const;

/** Sends an answer in two parts, compressed if the client asks for gzip. */
export function send(response: ServerResponse, { api, request }: ParsedRequest, reply: Reply): void {
  // Junction's answers end with a line break and have no Content-Length.
  const text = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body);
  const zipped = /\bgzip\b/.test(String(request.headers['accept-encoding']));
  const bytes = Buffer.from(api === 'junction' ? `${text}\n` : text);
  const body = zipped ? gzipSync(bytes) : bytes;
  response.statusMessage = reply.reason ?? '';
  response.writeHead(reply.status, {
    'Content-Type': contentTypes[api],
    ...(zipped ? { 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' } : {}),
    ...(api === 'junction' ? {} : { 'Content-Length': body.length }),
    Server: 'uvicorn',
    'Set-Cookie': '__lb=9f31; Path=/; HttpOnly',
    ...reply.headers,
  });
  response.write(body.subarray(0, 100));
  response.end(body.subarray(100));
}
