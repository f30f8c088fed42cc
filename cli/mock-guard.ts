import { IncomingMessage, Server, ServerResponse } from 'node:http';

// Loaded into Prism's process before Prism: a path that is not UTF-8 would end it, and the mock with it.
const emit = Server.prototype.emit;
Server.prototype.emit = function (this: Server, event: string | symbol, ...args: unknown[]): boolean {
  const [request, response] = args;
  if (
    event !== 'request' ||
    !(response instanceof ServerResponse) ||
    !(request instanceof IncomingMessage) ||
    isReadable(request)
  ) {
    return Reflect.apply(emit, this, [event, ...args]);
  }
  response.writeHead(404, { 'Content-Type': 'application/json' }).end('{"detail":"Not found"}');
  return true;
};

function isReadable({ url = '/' }: IncomingMessage): boolean {
  try {
    decodeURIComponent(url);
    return true;
  } catch {
    return false;
  }
}
