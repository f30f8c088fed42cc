import { type ServerResponse, STATUS_CODES } from 'node:http';
import type { Answer } from './answer.ts';
import type { Header } from './call.ts';

/** Sends an answer as its `delivery` says. */
export function deliver(response: ServerResponse, answer: Answer): void {
  const { status, headers, body, delivery } = answer;
  response.sendDate = false;
  switch (delivery) {
    case 'whole':
      if (status === 204 || status === 304) {
        response.writeHead(status, headers.filter(([name]) => !isLength(name)).flat()).end();
        return;
      }
      // The length in the answer to a HEAD is that of the body that it leaves out.
      if (response.req.method === 'HEAD') return void response.writeHead(status, headers.flat()).end();
      response.writeHead(status, withLength(headers, body.length).flat()).end(body);
      return;
    case 'then-closed':
      response
        .writeHead(status, withLength(headers, body.length).flat())
        .end(body, () => response.socket?.destroySoon());
      return;
    case 'as-written':
      response.socket?.end(Buffer.concat([Buffer.from(headText(answer), 'latin1'), body]));
      return;
    case 'bare':
      response.socket?.end(body);
      return;
    case 'unended':
      response.writeHead(status, headers.filter(([name]) => !isLength(name)).flat()).write(body);
      return;
    case 'dropped':
      response.socket?.destroy();
      return;
    default:
      delivery satisfies never;
  }
}

function isLength(name: string): boolean {
  return name.toLowerCase() === 'content-length';
}

/** Keeps the position of the header, so that an unchanged answer is sent byte for byte. */
function withLength(headers: readonly Header[], length: number): readonly Header[] {
  const right: Header = ['Content-Length', String(length)];
  return headers.some(([name]) => isLength(name))
    ? headers.map((header) => (isLength(header[0]) ? right : header))
    : [...headers, right];
}

function headText({ status, headers }: Answer): string {
  const lines = [...headers, ['Connection', 'close']].map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n`;
}
