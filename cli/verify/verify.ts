import { Command } from 'commander';
import { apiLines } from '../../verify/config/api-lines.ts';
import { parseConfig } from '../../verify/config/parse-config.ts';
import { readTextFile } from '../../verify/config/read-text-file.ts';
import { settings, type VerifyFlags, variables } from '../../verify/config/settings.ts';
import { addSettings } from '../kit/add-settings.ts';
import { explainCheck } from './explain-check.ts';
import { listChecks } from './list-checks.ts';
import type { RunInput } from './run-input.ts';
import { runVerification } from './run-verification.ts';

const help = `
Keys come from the environment or from the file of --key-file, never from a flag.

Exit codes: 0 if the target conforms to the contract, 1 if it does not or could not be checked, 2 if the options are
wrong, the run was interrupted, or the target could not be reached.`;

/** `verify`: checks a server against the contracts. */
export function verifyCommand(finished: { code: number }): Command {
  const command = new Command('verify').description('check a server against the contracts');
  return addSettings(command, settings, variables)
    .addHelpText('after', help)
    .action(async (flags: VerifyFlags) => {
      const { config, apiLines } = readConfig(flags);
      if (flags.explain !== undefined) return void process.stdout.write(explainCheck(flags.explain));
      if (flags.listChecks === true) return void process.stdout.write(listChecks(flags, config));
      finished.code = await runVerification({ flags, config, apiLines });
    });
}

/** The configuration of `--config`; an empty one without that flag. */
function readConfig({ config: file }: VerifyFlags): Pick<RunInput, 'config' | 'apiLines'> {
  if (file === undefined) return { config: {}, apiLines: new Map() };
  const text = readTextFile(file, '--config');
  return { config: parseConfig(text, file), apiLines: apiLines(text) };
}
