import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { ExplainedError } from '../contract/explained-error.ts';
import type { FlagValues, SettingTable } from '../verify/config/setting.ts';
import { text } from '../verify/config/value-types.ts';
import { addSettings } from './kit/add-settings.ts';

const builtDocs = new URL('../generated/docs/', import.meta.url);

/** All settings of `docs`. */
export const docsSettings = {
  out: { flag: '--out <folder>', type: text(), help: 'folder to copy the docs into' },
} as const satisfies SettingTable;

/** `docs`: copies the built reference docs to a folder, or prints where they are. */
export function docsCommand(): Command {
  return addSettings(
    new Command('docs').description('copy the reference docs, or print where they are'),
    docsSettings,
  ).action(async ({ out }: FlagValues<typeof docsSettings>) => {
    if (!existsSync(new URL('index.html', builtDocs))) {
      throw new ExplainedError('The docs are not built: generated/docs is missing. Run npm run docs.');
    }
    if (out === undefined)
      return void process.stdout.write(`${fileURLToPath(new URL('index.html', builtDocs))}\n`);
    try {
      await cp(builtDocs, out, { recursive: true });
    } catch (error) {
      const reason = error instanceof Error && 'code' in error ? error.code : error;
      throw new ExplainedError(`Cannot write the docs to ${out}: ${reason}. Name a writable folder.`);
    }
    process.stdout.write(`${resolve(out, 'index.html')}\n`);
  });
}
