import { Command } from 'commander';
import { vendors } from '../spec/vendors.ts';
import { readConfig } from '../verify/config/read-config.ts';
import { keyVariable } from '../verify/session/credential.ts';
import { explainCheck } from './explain-check.ts';
import { listChecks } from './list-checks.ts';
import { addVerifyFlags, type VerifyFlags } from './verify-flags.ts';
import { runVerification } from './verify-run.ts';

const help = `
Keys come from the environment or from the file of --key-file, never from a flag:
  ${vendors.map(({ vendor }) => keyVariable(vendor)).join(', ')}
  and, for more checks, the same with SECOND_ or REVOKED_ before API_KEY.
SANDBOX_TOKEN in the environment opens the sandbox API where --sandbox needs it.

Exits with 0 where the contract is kept, 1 where it is not or could not be judged, and 2 where the run was
called wrongly, interrupted, or could not reach the target.`;

/** `verify`: judges a server by its base URL. */
export function verifyCommand(finished: { code: number }): Command {
  return addVerifyFlags(
    new Command('verify').description('judge any server by its base URL against the contracts'),
  )
    .addHelpText('after', help)
    .action(async (flags: VerifyFlags) => {
      const config = flags.config === undefined ? {} : readConfig(flags.config);
      if (flags.explain !== undefined) return void process.stdout.write(explainCheck(flags.explain));
      if (flags.listChecks === true) return void process.stdout.write(listChecks(flags, config));
      finished.code = await runVerification(flags, config);
    });
}
