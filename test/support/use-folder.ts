import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** Creates a temporary folder for a test file. It is removed after the tests. */
export function useFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'connections-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
