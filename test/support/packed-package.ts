import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { root } from './run-cli.ts';

const run = promisify(execFile);

/**
 * The path of the package as it is published: the file that PACKAGE_TARBALL names, or else one that is built, linted
 * and packed now, into this folder. Its docs are those that `npm ci` has built: building them again would take them from
 * the tests that look at them.
 */
export async function packedPackage(folder: string): Promise<string> {
  const { PACKAGE_TARBALL: given = '' } = process.env;
  if (given !== '') {
    const tarball = resolve(given);
    if (!existsSync(tarball)) throw new Error(`PACKAGE_TARBALL names ${tarball}, which does not exist.`);
    return tarball;
  }
  await run('npm', ['run', 'lint:package'], { cwd: root });
  const pack = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
  const { stdout } = await run('npm', pack, { cwd: root });
  return join(folder, JSON.parse(stdout)[0].filename);
}
