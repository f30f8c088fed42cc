import type { Socket } from 'node:net';
import { refuseConnection } from './refuse-connection.ts';

/** The error that Node reports for bytes that are not HTTP. */
interface ClientError extends NodeJS.ErrnoException {
  readonly rawPacket?: Buffer;
}

/**
 * Answers bytes that are not HTTP, which do not reach the application. Pages of any origin may read the answer if its
 * path is known and is not a path of the sandbox API.
 */
export function refuseMalformed(error: ClientError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const [status, detail] = explanation(error.code);
  const headers = isOpenToPages(error.rawPacket) ? ['Access-Control-Allow-Origin: *'] : [];
  refuseConnection(socket, { status, detail, headers });
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
