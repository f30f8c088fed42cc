import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';

const channel = 'http.server.response.finish';

/** The responses of the servers of this process on a port, as `GET /path 200`, in order. */
export function recordStatuses(port: number): { take(): string[]; stop(): void } {
  let lines: string[] = [];
  const listener = (message: unknown) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    if (request.socket.localPort === port)
      lines.push(`${request.method} ${request.url} ${response.statusCode}`);
  };
  subscribe(channel, listener);
  return {
    take() {
      const taken = lines;
      lines = [];
      return taken;
    },
    stop: () => void unsubscribe(channel, listener),
  };
}
