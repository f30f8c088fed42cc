import { matchesGlob, relative } from 'node:path';
import { configDefaults, defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * What `npm run test:fast` leaves out: what needs PostgreSQL, a browser, the packed package or the mutants, and what
 * starts many programs or verifies many servers. A new test of that kind is named `*.slow.test.ts`.
 */
const slow = [
  'test/**/*.slow.test.ts',
  'test/mutants/**',
  'test/cli/**',
  'test/verify/{run,sandbox,wire}/**',
  'test/verify/foreign/faulty-server.test.ts',
];

const postgres = ['test/support/postgres.ts'];

/** What `vitest --mode` can choose; without it, `test`. */
const modes = {
  test: { globalSetup: postgres, provide: { repetitions: 1 } },
  fast: {
    exclude: [...configDefaults.exclude, ...slow],
    provide: { repetitions: 1, postgresUrl: null },
  },
  /** What finds more the longer it runs: any input, any order, any moment at which a process is killed. */
  soak: {
    include: [
      'test/**/any-*.test.ts',
      'test/server/api/{answer-cache,replicas}.test.ts',
      'test/server/store/killed-while-writing.test.ts',
      'test/server/store/concurrent-opening.slow.test.ts',
    ],
    globalSetup: postgres,
    provide: { repetitions: 25 },
    testTimeout: 3_600_000,
  },
};

/** Begins with what takes longest, so that no core waits at the end for one long file. */
class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isSlow = ({ moduleId }: TestSpecification) =>
      slow.some((pattern) => matchesGlob(relative(import.meta.dirname, moduleId), pattern));
    const sorted = await super.sort(files);
    return [...sorted.filter(isSlow), ...sorted.filter((file) => !isSlow(file))];
  }
}

export default defineConfig(({ mode }) => ({
  test: {
    include: ['test/**/*.test.ts'],
    sequence: { sequencer: SlowFirst },
    // By itself it leaves one core idle, which of two is half the machine.
    maxWorkers: '100%',
    // No test changes what others share, and to read the contracts anew for each file takes longer than most tests.
    isolate: false,
    // Tests wait for what they want to see. This ends those that would wait for ever, on a busy machine too.
    testTimeout: 120_000,
    hookTimeout: 240_000,
    ...(mode === 'fast' || mode === 'soak' ? modes[mode] : modes.test),
  },
}));
