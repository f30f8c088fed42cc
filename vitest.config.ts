import { matchesGlob, relative } from 'node:path';
import { configDefaults, defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * The tests that `npm run test:fast` omits. They need PostgreSQL, a browser, the packed package or the mutants, or they
 * start many programs or verify many servers. Name new tests of this kind `*.slow.test.ts`.
 */
const slow = [
  'test/**/*.slow.test.ts',
  'test/mutants/**',
  'test/cli/**',
  'test/verify/{run,sandbox,wire}/**',
  'test/verify/foreign/faulty-server.test.ts',
];

const postgres = ['test/support/postgres.ts'];

/** The modes of `vitest --mode`; `test` by default. */
const modes = {
  test: { globalSetup: postgres, provide: { repetitions: 1 } },
  fast: {
    exclude: [...configDefaults.exclude, ...slow],
    provide: { repetitions: 1, postgresUrl: null },
  },
  /** Tests that find more the longer they run: with any input, in any order, and killing a process at any time. */
  long: {
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

/** Starts the slow files first, so that no core waits for one long file at the end. */
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
    // By default Vitest leaves one core idle, which is half of a machine with two cores.
    maxWorkers: '100%',
    // No test changes shared state, and reading the contracts again for each file takes longer than most tests.
    isolate: false,
    // Tests wait for the expected state. The timeout only ends tests that would never finish, also on a busy machine.
    testTimeout: 120_000,
    hookTimeout: 240_000,
    ...(mode === 'fast' || mode === 'long' ? modes[mode] : modes.test),
  },
}));
