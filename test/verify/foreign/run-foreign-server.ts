import type { ExpectedRun, ForeignServer } from './foreign-server.ts';
import { verifyForeign } from './verify-foreign.ts';

/** What one run reported. */
export interface ForeignResult {
  readonly run: ExpectedRun;
  readonly seed: number;
  readonly checks: number;
  /** The status and id of each check that found something or could not be completed. */
  readonly notPassed: readonly string[];
}

/** Verifies a server in each of its ways, with each seed. */
export async function* runForeignServer(
  { start, apis, runs }: ForeignServer,
  seeds: readonly number[],
): AsyncGenerator<ForeignResult> {
  const server = await start();
  try {
    for (const run of runs) {
      for (const seed of seeds) {
        const outcomes = await verifyForeign(server.url, { apis, seed, ...run.options });
        const notPassed = outcomes.flatMap(({ status, check }) =>
          status === 'failed' || status === 'warning' || status === 'inconclusive'
            ? [`${status} ${check.id}`]
            : [],
        );
        yield { run, seed, checks: outcomes.length, notPassed };
      }
    }
  } finally {
    await server.close();
  }
}
