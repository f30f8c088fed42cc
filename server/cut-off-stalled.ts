import type { Socket } from 'node:net';

/** An answer that is being sent. */
interface Sending {
  /** The bytes of the connection so far, up to the end of the answer. */
  readonly bytes: number;
  readonly since: number;
}

/**
 * Closes each of `sockets` whose client does not read an answer within the time limit, at most a second later. Returns the
 * function that ends this. Looking at the sockets from time to time is cheaper than a timer for each request.
 */
export function cutOffStalled(sockets: Iterable<Socket>, milliseconds: number): () => void {
  const sending = new WeakMap<Socket, Sending>();

  function check(): void {
    const now = performance.now();
    for (const socket of sockets) {
      const { writableLength, bytesWritten: bytes } = socket;
      const last = sending.get(socket);
      if (writableLength === 0) sending.delete(socket);
      else if (last?.bytes !== bytes) sending.set(socket, { bytes, since: now });
      else if (now - last.since > milliseconds) socket.destroy();
    }
  }

  const interval = setInterval(check, Math.min(500, milliseconds / 4)).unref();
  return () => clearInterval(interval);
}
