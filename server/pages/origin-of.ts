import type { Request } from 'express';

/**
 * The origin that a page or a contract was asked at. If the application trusts its proxy, the headers of the proxy
 * count. A host that cannot be one is not repeated, because the origin is part of commands that people copy; the
 * address of the connection is used instead.
 */
export function originOf(request: Pick<Request, 'protocol' | 'host' | 'socket'>): string {
  // HTTP/1.0 needs no Host.
  const { protocol, host = '', socket } = request;
  const scheme = protocol === 'https' ? 'https' : 'http';
  const asked = `${scheme}://${host}`;
  return isHost.test(host) && URL.canParse(asked) ? asked : `${scheme}://127.0.0.1:${socket.localPort}`;
}

const isHost = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d+)?$/i;
