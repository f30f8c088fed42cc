import { setImmediate as nextTurn } from 'node:timers/promises';
import { Command, CommanderError } from 'commander';
import { contractNames, readContract } from '../contract/contract.ts';
import { ExplainedError } from '../contract/explained-error.ts';
import { ConfigError } from '../verify/config/config-error.ts';
import { packageManifest } from './kit/package-manifest.ts';

/** Receives the exit code of a command, and whether the command is of use without its output. */
type Finished = { code: number; needsNoOutput?: boolean };

/** The commands, in the order of the help. Each is loaded only if it is needed: loading takes most of a start. */
const commands: Readonly<Record<string, (finished: Finished) => Promise<Command>>> = {
  serve: async (finished) => (await import('./serve.ts')).serveCommand(finished),
  mock: async (finished) => (await import('./mock.ts')).mockCommand(finished),
  verify: async (finished) => (await import('./verify/verify.ts')).verifyCommand(finished),
  mutate: async () => (await import('./mutate.ts')).mutateCommand(),
  docs: async () => (await import('./docs.ts')).docsCommand(),
};

/** Runs one command and resolves to its exit code: 2 for wrong usage or a failed start. */
export async function run(args: readonly string[]): Promise<number> {
  const finished: Finished = { code: 0 };
  // If the output cannot be written, the command still finishes. That its reader is gone is not an error.
  let isOutputLost = false;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE' || isOutputLost) return;
    isOutputLost = true;
    process.stderr.write(
      `connections-contract: Cannot write the output: ${error.message}. Free space on the disk, or write to another file.\n`,
    );
  });
  const program = new Command('connections-contract')
    .description('Unofficial contracts, validated server, mock and verifier of three user-connections APIs.')
    .option('-V, --version', 'print the versions of the package and of the contracts')
    .on('option:version', () => {
      process.stdout.write(`${versionLine()}\n`);
      throw new CommanderError(0, 'commander.version', '');
    })
    .configureHelp({ showGlobalOptions: false });
  for (const load of commandsToLoad(args)) program.addCommand(await load(finished));
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({ outputError: () => undefined });
  }
  try {
    if (args.length === 0) {
      process.stderr.write(program.helpInformation());
      return 2;
    }
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    finished.code = explain(error);
  }
  // The error of a write is reported a moment after it.
  await nextTurn();
  return isOutputLost && finished.needsNoOutput !== true ? 2 : finished.code;
}

/** The called command; if there is no such command, all of them, for the help and for similar names. */
function commandsToLoad([name = '']: readonly string[]) {
  const called = Object.hasOwn(commands, name) ? commands[name] : undefined;
  return called === undefined ? Object.values(commands) : [called];
}

/** The name and version of the package, and the versions of the contracts. */
function versionLine(): string {
  const { name, version } = packageManifest();
  const contracts = contractNames.map(
    (contract) => `${contract} ${readContract(contract).document.info.version}`,
  );
  return `${name} ${version} (contracts: ${contracts.join(', ')})`;
}

function explain(error: unknown): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    // An argument can be a key that the user put in the wrong place, so it is removed.
    const message = error.message
      .replace(/^error: /, '')
      .replace(/(?<=unknown option '[^'=]+)=[^']*/, '')
      .replace(/(?<=^too many arguments.* but got \d+): .*$/s, '')
      .replaceAll('\n', ' ')
      .replace(/[^.?)]$/, '$&.');
    process.stderr.write(`connections-contract: ${message} See connections-contract --help.\n`);
    return 2;
  }
  if (error instanceof ExplainedError) {
    // Lines about a configuration begin with its file name, because editors and CI parse that.
    const prefix = error instanceof ConfigError ? '' : 'connections-contract: ';
    process.stderr.write(`${prefix}${error.message}
`);
    return 2;
  }
  const trace = error instanceof Error ? error.stack : String(error);
  process.stderr.write(`connections-contract: internal error; please report it: ${trace}
`);
  return 2;
}
