import { connect } from 'node:net';

/** Resolves when no process listens on the port. */
export async function refusesNewConnections(port: number, host: string): Promise<void> {
  for (;;) {
    const probe = connect(port, host);
    const refused = await new Promise<boolean>((resolve) => {
      probe.once('error', () => resolve(true)).once('connect', () => resolve(false));
    });
    probe.destroy();
    if (refused) return;
  }
}
