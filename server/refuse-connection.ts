import type { Socket } from 'node:net';

/** Time for a client to read a refusal and to close, in milliseconds. */
const lingerMilliseconds = 500;

/**
 * Sends an answer in JSON to a connection whose request does not reach the application, and closes the connection, even
 * if the client does not close its side.
 */
export function refuseConnection(
  socket: Socket,
  { status, detail, headers = [] }: { status: string; detail: string; headers?: readonly string[] },
): void {
  const body = JSON.stringify({ detail });
  const lines = [
    `HTTP/1.1 ${status}`,
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...headers,
    'Connection: close',
  ];
  socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`);
  const cutOff = setTimeout(() => socket.destroy(), lingerMilliseconds);
  socket.once('close', () => clearTimeout(cutOff));
}
