import { Command, CommanderError } from 'commander';
import { StartError } from '../server/start-error.ts';
import { ConfigError } from '../verify/config/config-error.ts';
import { SettingError } from '../verify/config/setting-error.ts';
import { UnknownCheckError } from '../verify/plan/select-checks.ts';
import { SandboxError } from '../verify/sandbox/sandbox-error.ts';
import { TargetBusyError } from '../verify/session/target-errors.ts';
import { UnreachableError } from '../verify/wire/unreachable-error.ts';
import { docsCommand } from './docs.ts';
import { InterruptedError } from './interrupted-error.ts';
import { mockCommand } from './mock.ts';
import { mutateCommand } from './mutate.ts';
import { serveCommand } from './serve.ts';
import { UsageError } from './usage-error.ts';
import { verifyCommand } from './verify.ts';
import { versionLine } from './version-line.ts';

/** Their message is one line for a person. */
const knownErrors = [
  StartError,
  UsageError,
  InterruptedError,
  SettingError,
  UnreachableError,
  TargetBusyError,
  UnknownCheckError,
  SandboxError,
] as const;

/** Runs one command and resolves to the exit code: 0, or 2 where it was called wrongly or could not start. */
export async function run(args: readonly string[]): Promise<number> {
  const finished = { code: 0 };
  // Where whoever reads has gone, what is under way is still brought to its end.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const program = new Command('connections-contract')
    .description('Contracts, a validated server and a mock of three user-connections APIs. Unofficial.')
    .option('-V, --version', 'print the versions of the package and of the contracts')
    .on('option:version', () => {
      process.stdout.write(`${versionLine()}\n`);
      throw new CommanderError(0, 'commander.version', '');
    })
    .addCommand(serveCommand(finished))
    .addCommand(mockCommand(finished))
    .addCommand(verifyCommand(finished))
    .addCommand(mutateCommand())
    .addCommand(docsCommand())
    .configureHelp({ showGlobalOptions: false });
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({ outputError: () => undefined });
  }
  try {
    if (args.length === 0) {
      process.stderr.write(program.helpInformation());
      return 2;
    }
    await program.parseAsync(args, { from: 'user' });
    return finished.code;
  } catch (error) {
    return explain(error);
  }
}

function explain(error: unknown): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    // What was given may be a key that stands where none belongs.
    const message = error.message
      .replace(/^error: /, '')
      .replace(/(?<=unknown option '[^'=]+)=[^']*/, '')
      .replace(/(?<=^too many arguments.* but got \d+): .*$/s, '')
      .replaceAll('\n', ' ')
      .replace(/[^.?)]$/, '$&.');
    process.stderr.write(`connections-contract: ${message} See connections-contract --help.\n`);
    return 2;
  }
  if (error instanceof ConfigError) {
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
  if (knownErrors.some((known) => error instanceof known)) {
    process.stderr.write(`connections-contract: ${String(error instanceof Error ? error.message : error)}\n`);
    return 2;
  }
  process.stderr.write(
    `connections-contract failed, and it is a fault of its own: ${String(error instanceof Error ? error.stack : error)}\n`,
  );
  return 2;
}
