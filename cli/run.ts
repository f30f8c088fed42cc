import { Command, CommanderError } from 'commander';
import { StartError } from '../server/start-error.ts';
import { docsCommand } from './docs.ts';
import { mockCommand } from './mock.ts';
import { serveCommand } from './serve.ts';
import { UsageError } from './usage-error.ts';
import { versionLine } from './version-line.ts';

/** Runs one command and resolves to the exit code: 0, or 2 where it was called wrongly or could not start. */
export async function run(args: readonly string[]): Promise<number> {
  const finished = { code: 0 };
  const program = new Command('connections-contract')
    .description('Contracts, a validated server and a mock of three user-connections APIs. Unofficial.')
    .option('-V, --version', 'print the versions of the package and of the contracts')
    .on('option:version', () => {
      process.stdout.write(`${versionLine()}\n`);
      throw new CommanderError(0, 'commander.version', '');
    })
    .addCommand(serveCommand(finished))
    .addCommand(mockCommand(finished))
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
    const message = error.message
      .replace(/^error: /, '')
      .replaceAll('\n', ' ')
      .replace(/[^.?)]$/, '$&.');
    process.stderr.write(`connections-contract: ${message} See connections-contract --help.\n`);
    return 2;
  }
  if (error instanceof StartError || error instanceof UsageError) {
    process.stderr.write(`connections-contract: ${error.message}\n`);
    return 2;
  }
  process.stderr.write(
    `connections-contract failed, and it is a fault of its own: ${String(error instanceof Error ? error.stack : error)}\n`,
  );
  return 2;
}
