import { configDefaults, defineConfig } from 'vitest/config';

const postgres = ['test/support/postgres.ts'];

/** What `vitest --mode` can choose; without it, `test`. */
const modes = {
  test: { globalSetup: postgres, provide: { repetitions: 1 } },
  /** Without what needs PostgreSQL, a browser, the packed package or minutes. */
  fast: {
    exclude: [
      ...configDefaults.exclude,
      'test/**/*.slow.test.ts',
      'test/mutants/**',
      'test/verify/sandbox/sandbox-run.test.ts',
    ],
    provide: { repetitions: 1, postgresUrl: null },
  },
  /** What finds more the longer it runs: any input, any order, any moment at which a process is killed. */
  soak: {
    include: ['test/**/any-*.test.ts', 'test/server/store/{opening-at-once,killed-while-writing}.test.ts'],
    globalSetup: postgres,
    provide: { repetitions: 25 },
    testTimeout: 3_600_000,
  },
};

export default defineConfig(({ mode }) => ({
  test: {
    include: ['test/**/*.test.ts'],
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
