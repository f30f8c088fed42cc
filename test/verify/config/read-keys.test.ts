import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readKeys } from '../../../verify/config/read-keys.ts';
import { secretSource } from '../../../verify/config/secret-source.ts';
import { useFolder } from '../../support/use-folder.ts';

const folder = useFolder();

test('A key that is blank counts as not set, in the environment and in the file', () => {
  const keyFile = join(folder, 'keys.env');
  writeFileSync(keyFile, "JUNCTION_API_KEY='  '\nJUNCTION_SECOND_API_KEY=\n");
  const environment = { JUNCTION_API_KEY: 'a', JUNCTION_SECOND_API_KEY: 'b', JUNCTION_REVOKED_API_KEY: ' ' };
  const keys = readKeys(['junction'], secretSource({ environment, keyFile }));
  expect(keys.get('junction')).toEqual({ key: 'a', secondKey: 'b' });
});
