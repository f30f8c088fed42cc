import type { Request } from 'express';

/**
 * Returns the origin of a request for a page or a contract. If the application trusts its proxy, the headers of the proxy
 * count. An invalid host is replaced by the address of the connection, because people copy commands that contain the
 * origin.
 */
export function originOf(request: Pick<Request, 'protocol' | 'host' | 'socket'>): string {
  // HTTP/1.0 does not require Host.
  const { protocol, host = '', socket } = request;
  const scheme = protocol === 'https' ? 'https' : 'http';
  const asked = `${scheme}://${host}`;
  return isHost.test(host) && URL.canParse(asked) ? asked : `${scheme}://127.0.0.1:${socket.localPort}`;
}

const isHost = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d+)?$/i;
