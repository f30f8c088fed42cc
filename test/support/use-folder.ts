import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** A folder of the test file's own, which is removed after its tests. */
export function useFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'connections-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
