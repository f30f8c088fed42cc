import { Command } from 'commander';
import { ExplainedError } from '../contract/explained-error.ts';
import { findMutant, mutants, mutantsByGroup } from '../mutants/catalogue/mutants.ts';
import { startMutatingProxy } from '../mutants/proxy/mutating-proxy.ts';
import type { FlagValues, SettingTable } from '../verify/config/setting.ts';
import { text, toggle } from '../verify/config/value-types.ts';
import { nearest } from '../verify/plan/nearest.ts';
import { addSettings } from './kit/add-settings.ts';
import { addressSettings } from './kit/address-settings.ts';
import { refuseUnusableAddress } from './kit/refuse-unusable-address.ts';
import { stopSignal } from './kit/stop-signal.ts';

/** The one table of what can be set for `mutate`. */
export const mutateSettings = {
  baseUrl: {
    flag: '--base-url <url>',
    type: text({ least: 0, format: 'uri' }),
    help: 'URL of the server to stand in front of',
  },
  mutant: { flag: '--mutant <id>', type: text(), help: 'rule to break' },
  list: { flag: '--list', type: toggle, help: 'print the mutants and exit' },
  ...addressSettings(4012),
} as const satisfies SettingTable;

type MutateOptions = FlagValues<typeof mutateSettings>;

/** `mutate`: a proxy in front of a server that breaks one rule of a contract until it is stopped. */
export function mutateCommand(): Command {
  return addSettings(
    new Command('mutate').description('break one rule of a contract on purpose, to see that a gate notices'),
    mutateSettings,
  ).action(async (options: MutateOptions, command: Command) => {
    if (options.list === true) return void process.stdout.write(mutantTable());
    await runProxy(options, command);
  });
}

async function runProxy({ baseUrl, mutant: id, port, host }: MutateOptions, command: Command): Promise<void> {
  if (baseUrl === undefined || id === undefined) {
    const missing = baseUrl === undefined ? '--base-url' : '--mutant';
    throw new ExplainedError(
      `Cannot break anything: ${missing} is missing. Give it, or see --list for the mutants.`,
    );
  }
  const mutant = findMutant(id);
  if (mutant === undefined) {
    const [like] = nearest(
      id,
      mutants.map((known) => known.id),
    );
    const hint = like === undefined ? '' : ` Did you mean ${like}?`;
    throw new ExplainedError(`No mutant is called ${id}.${hint} See --list for all.`);
  }
  await refuseUnusableAddress(command, { port, host });
  const proxy = await startMutatingProxy({ baseUrl, mutant, port, host });
  // Listening for the signal comes first: who has read the line may send it.
  const stopped = stopSignal();
  process.stdout.write(`mutating proxy listening on ${proxy.url}, in front of ${baseUrl}: ${mutant.title}\n`);
  await stopped;
  await proxy.close();
}

/** One line for each mutant, in columns. */
function mutantTable(): string {
  const rows = [
    ['id', 'group', 'APIs', 'title'],
    ...Object.entries(mutantsByGroup).flatMap(([group, mutantsOfGroup]) =>
      mutantsOfGroup.map(({ id, vendors, title }) => [id, group, vendors.join(','), title]),
    ),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  return rows
    .map((cells) => `${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}\n`)
    .join('');
}
