import type { TestProject } from 'vitest/node';
import { startPostgres } from './start-postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The URL of a database of the PostgreSQL of this run, from which others can be made; null if it has none. */
    postgresUrl: string | null;
  }
}

/** Starts one PostgreSQL for the run of the tests, and returns what stops it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await startPostgres();
  project.provide('postgresUrl', url);
  return stop;
}
