import { describe, expect, test } from 'vitest';
import { runForeignServer } from '../run-foreign-server.ts';
import { conformingServers } from './conforming-servers.ts';

const seeds = [1, 2, 3];

describe('A run against a server of another team reports exactly what differs, for any seed', () => {
  test.each(conformingServers.map((server) => [server.name, server] as const))('%s', async (_, server) => {
    for await (const { run, seed, checks, notPassed } of runForeignServer(server, seeds)) {
      expect(notPassed.toSorted(), `${run.title}, seed ${seed}`).toEqual(run.notPassed.toSorted());
      expect(checks).toBeGreaterThan(80 * server.apis.length);
    }
  });
});
