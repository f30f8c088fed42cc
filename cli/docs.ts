import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { ExplainedError } from '../contract/explained-error.ts';
import { errorCode } from '../verify/error-code.ts';

const builtDocs = new URL('../generated/docs/', import.meta.url);

/** `docs`: puts the built reference docs where a static host wants them, or says where they are. */
export function docsCommand(): Command {
  return new Command('docs')
    .description('write the reference docs, which open offline')
    .option('--out <folder>', 'copy them into this folder')
    .action(async ({ out }: { out?: string }) => {
      if (!existsSync(new URL('index.html', builtDocs))) {
        throw new ExplainedError('The docs are not built: generated/docs is missing. Run npm run docs.');
      }
      if (out === undefined)
        return void process.stdout.write(`${fileURLToPath(new URL('index.html', builtDocs))}\n`);
      try {
        await cp(builtDocs, out, { recursive: true });
      } catch (error) {
        throw new ExplainedError(
          `Cannot write the docs to ${out}: ${errorCode(error)}. Name a folder that can be written.`,
        );
      }
      process.stdout.write(`${resolve(out, 'index.html')}\n`);
    });
}
