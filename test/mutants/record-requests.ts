import { type AddressInfo, connect, createServer } from 'node:net';

/** A TCP proxy that records the requests. */
export interface Recorder {
  readonly url: string;
  /** The bytes of each different request, in order. */
  requests(): readonly Buffer[];
  close(): Promise<void>;
}

/** Forwards connections unchanged. Only headers are recorded, because the verifier sends no bodies. */
export async function startRecorder(target: string): Promise<Recorder> {
  const { hostname, port } = new URL(target);
  const recorded: Buffer[][] = [];
  const server = createServer((client) => {
    const bytes: Buffer[] = [];
    recorded.push(bytes);
    const upstream = connect(Number(port), hostname);
    client.on('data', (chunk) => bytes.push(chunk));
    client.pipe(upstream).pipe(client);
    client.on('error', () => upstream.destroy());
    upstream.on('error', () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port: own } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${own}`,
    requests: () => {
      const heads = recorded.flatMap((chunks) =>
        Buffer.concat(chunks)
          .toString('latin1')
          .split(/(?<=\r\n\r\n)/),
      );
      return [...new Set(heads)].filter((head) => head !== '').map((head) => Buffer.from(head, 'latin1'));
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
