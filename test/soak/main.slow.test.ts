import { chmodSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root, startProcess } from '../support/run-cli.ts';
import { useFolder } from '../support/use-folder.ts';

const folder = useFolder();
// PostgreSQL runs as another user if the tests run as root.
chmodSync(folder, 0o755);
const main = join(root, 'test/soak/main.ts');
const startSoak = (args: readonly string[]) =>
  startProcess(process.execPath, [main, ...args], {
    env: { TMPDIR: folder, NODE_DISABLE_COMPILE_CACHE: '1' },
  });

test.each(['file', 'postgresql'])(
  'Ctrl-C ends a run on %s with 130 and removes its data',
  async (database) => {
    const soak = startSoak(['--minutes', '5', '--database', database]);
    await soak.until(new RegExp(`^${database}: 5 minutes from now, seed \\d+$`, 'm'));
    expect(readdirSync(folder)).toHaveLength(1);
    soak.child.kill('SIGINT');
    const { code, stderr } = await soak.ended;
    expect(code, stderr).toBe(130);
    expect(readdirSync(folder)).toEqual([]);
  },
);

test.each([
  ['--minutes', '0'],
  ['--minutes', 'x'],
  ['--database', 'mysql'],
  ['--seed', '-1'],
])('%s %s is refused', async (...args) => {
  const { code, stderr } = await startSoak(args).ended;
  expect(code).not.toBe(0);
  expect(stderr).toMatch(new RegExp(`^error: option '${args[0]} .*' argument '${args[1]}' is invalid`));
});
