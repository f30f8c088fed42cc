import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A relay between a server and its PostgreSQL. */
export interface Relay {
  /** The URL of the database through the relay. */
  readonly data: string;
  /** Stops the relay and closes its connections. */
  cut(): Promise<void>;
  /** Starts it again on the same port. */
  restore(): Promise<void>;
  /** Forwards nothing more, and closes nothing: the database is then like one that is suspended. */
  freeze(): void;
}

/** Starts a relay to the PostgreSQL database of a URL. */
export async function startRelay(data: string): Promise<Relay> {
  const target = new URL(data);
  const sockets = new Set<Socket>();
  let isFrozen = false;
  const keep = (socket: Socket) => {
    sockets.add(socket.on('error', () => undefined));
    socket.once('close', () => sockets.delete(socket));
  };
  const listener = createServer((near) => {
    keep(near);
    if (isFrozen) return;
    const far = connect(Number(target.port), target.hostname);
    keep(far);
    near.pipe(far).pipe(near);
    // A killed server resets its connections, and the database must notice it: the session can hold locks.
    near.once('close', () => far.destroySoon());
    far.once('close', () => near.destroySoon());
  });
  const listen = (port: number) => new Promise<void>((done) => listener.listen(port, '127.0.0.1', done));
  await listen(0);
  const { port } = listener.address() as AddressInfo;
  const url = new URL(data);
  url.host = `127.0.0.1:${port}`;
  return {
    data: url.href,
    async cut() {
      const closed = new Promise((done) => listener.close(done));
      for (const socket of sockets) socket.destroy();
      sockets.clear();
      await closed;
    },
    restore: () => listen(port),
    freeze() {
      isFrozen = true;
      for (const socket of sockets) socket.unpipe().pause();
    },
  };
}
