import type { Socket } from 'node:net';

/** What Node reports of bytes that are not HTTP. */
interface ClientError extends NodeJS.ErrnoException {
  readonly rawPacket?: Buffer;
}

/**
 * Answers bytes that are not HTTP: they never reach the application. Pages of any origin may read the answer, as they
 * may read those of the application, except if the request is for the sandbox API or cannot be seen to be for another path.
 */
export function refuseMalformed(error: ClientError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const [status, detail] = explanation(error.code);
  const body = JSON.stringify({ detail });
  const lines = [
    `HTTP/1.1 ${status}`,
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...(isOpenToPages(error.rawPacket) ? ['Access-Control-Allow-Origin: *'] : []),
    'Connection: close',
  ];
  socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`);
}

function explanation(code: string | undefined): readonly [status: string, detail: string] {
  if (code === 'HPE_HEADER_OVERFLOW')
    return ['431 Request Header Fields Too Large', 'The headers are too large'];
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return ['408 Request Timeout', 'The request took too long'];
  return ['400 Bad Request', 'The request is not valid HTTP'];
}

function isOpenToPages(bytes: Buffer | undefined): boolean {
  const [, path] = /^[A-Z]+ (?:https?:\/\/[^/?# ]*)?(\/[^?# ]*)/i.exec(bytes?.toString('latin1') ?? '') ?? [];
  return path !== undefined && !/^\/sandbox(?:\/|$)/.test(path);
}
