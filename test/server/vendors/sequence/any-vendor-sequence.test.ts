import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../../../server/start-server.ts';
import { drivers, type TestDatabase } from '../../../support/databases.ts';
import { propertyRuns } from '../../../support/repetitions.ts';
import { junctionCommands } from './junction-commands.ts';
import { mieltoCommands } from './mielto-commands.ts';
import { openWearablesCommands } from './open-wearables-commands.ts';
import { populate } from './populate.ts';
import { sandboxCommands } from './sandbox-commands.ts';
import { createWorld, type Edition } from './world.ts';

/** An API with more operations has more of the calls. */
const sequence = fc.commands(
  [...junctionCommands, ...openWearablesCommands, ...mieltoCommands, ...sandboxCommands],
  { maxCommands: 30, size: 'max' },
);
const editions: readonly Edition[] = [undefined, '0-6'];

describe.each(drivers)('on $name', ({ create }) => {
  let database: TestDatabase;
  let server: RunningServer;
  beforeAll(async () => {
    database = await create();
    server = await startServer({ data: database.data });
  });
  afterAll(async () => {
    await server.close();
    await database.dispose();
  });

  test.each(editions)(
    'any sequence of calls of all APIs gives sound answers and lists that agree (edition %s)',
    async (edition) => {
      await fc.assert(
        fc.asyncProperty(sequence, async (commands) => {
          const world = await createWorld(server.url, edition);
          await populate(world);
          await fc.asyncModelRun(() => ({ model: {}, real: world }), commands);
          const path = { workspace_id: world.id };
          const { status } = await world.call('sandbox', 'DELETE /sandbox/workspaces/{workspace_id}', {
            path,
          });
          expect(status).toBe(204);
        }),
        propertyRuns(8),
      );
    },
  );
});
