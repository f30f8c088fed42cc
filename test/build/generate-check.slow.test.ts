import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { copyProject } from '../support/copy-project.ts';
import { startProcess } from '../support/run-cli.ts';
import { useFolder } from '../support/use-folder.ts';

const copy = join(useFolder(), 'copy');
const check = () =>
  startProcess(process.execPath, [join(copy, 'build/generate.ts'), '--check'], { cwd: copy }).ended;

beforeAll(() => copyProject(copy));

test('generate --check ends with 0 if every file is up to date', async () => {
  expect(await check()).toEqual({ code: 0, stdout: '', stderr: '' });
});

test('generate --check names the files that are not up to date, and writes none', async () => {
  const contract = join(copy, 'spec/mielto.yaml');
  writeFileSync(contract, readFileSync(contract, 'utf8').replace(/^ {2}version: .*$/m, '  version: 98.7.6'));
  expect(await check()).toEqual({
    code: 1,
    stdout: '',
    stderr: 'Not up to date: generated/mielto.json. Run npm run generate.\n',
  });
  expect(readFileSync(join(copy, 'generated/mielto.json'), 'utf8')).not.toContain('98.7.6');
});
