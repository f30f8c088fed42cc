import { Command } from 'commander';
import { readContract } from '../contract/contract.ts';
import { ExplainedError } from '../contract/explained-error.ts';
import { findMutant, mutants, mutantsByGroup } from '../mutants/catalogue/mutants.ts';
import type { Mutant } from '../mutants/proxy/mutant.ts';
import { startMutatingProxy } from '../mutants/proxy/mutating-proxy.ts';
import type { FlagValues, SettingTable } from '../verify/config/setting.ts';
import { text, toggle, words } from '../verify/config/value-types.ts';
import { nearest } from '../verify/plan/nearest.ts';
import { addSettings } from './kit/add-settings.ts';
import { addressSettings } from './kit/address-settings.ts';
import { refuseUnusableAddress } from './kit/refuse-unusable-address.ts';
import { stopSignal } from './kit/stop-signal.ts';

/** All settings of `mutate`. */
export const mutateSettings = {
  baseUrl: {
    flag: '--base-url <url>',
    type: text({ min: 0, format: 'uri' }),
    help: 'base URL of the server to forward requests to',
  },
  mutant: { flag: '--mutant <id>', type: text(), help: 'id of the mutant, which breaks one rule' },
  operations: {
    flag: '--operations <ids...>',
    type: words,
    help: 'ids of the operations to break',
    defaultText: "the operation of each vendor's reference page",
  },
  list: { flag: '--list', type: toggle, help: 'print the mutants and exit' },
  ...addressSettings(4012),
} as const satisfies SettingTable;

type MutateOptions = FlagValues<typeof mutateSettings>;

/** `mutate`: runs a proxy that breaks one rule of a contract, until it is stopped. */
export function mutateCommand(): Command {
  return addSettings(
    new Command('mutate').description('run a proxy that breaks one rule of a contract, to test your checks'),
    mutateSettings,
  ).action(async (options: MutateOptions, command: Command) => {
    if (options.list === true) return void process.stdout.write(mutantTable());
    await runProxy(options, command);
  });
}

async function runProxy(
  { baseUrl, mutant: id, operations, port, host }: MutateOptions,
  command: Command,
): Promise<void> {
  if (baseUrl === undefined || id === undefined) {
    const missing = baseUrl === undefined ? '--base-url' : '--mutant';
    throw new ExplainedError(
      `Cannot start the proxy: ${missing} is missing. Add it; --list prints the mutants.`,
    );
  }
  const mutant = findMutant(id);
  if (mutant === undefined) {
    const [like] = nearest(
      id,
      mutants.map((known) => known.id),
    );
    const hint = like === undefined ? '' : ` Did you mean ${like}?`;
    throw new ExplainedError(`Unknown mutant ${id}.${hint} --list prints all mutants.`);
  }
  const broken = operations === undefined ? mutant : { ...mutant, operations: readOf(operations, mutant) };
  await refuseUnusableAddress(command, { port, host });
  const proxy = await startMutatingProxy({ baseUrl, mutant: broken, port, host });
  // Handle the signal before printing: a caller can send it as soon as the line appears.
  const stopped = stopSignal();
  process.stdout.write(
    `mutating proxy listening on ${proxy.url}, forwarding to ${baseUrl}: ${mutant.title}\n`,
  );
  await stopped;
  await proxy.close();
}

/** The ids of operations of the mutant's vendors that only read. Throws an `ExplainedError` if one is not among them. */
function readOf(ids: readonly string[], { id: mutantId, vendors }: Mutant): readonly string[] {
  const known = vendors.flatMap((vendor) =>
    [...readContract(vendor).operations.values()].filter(({ isSafe }) => isSafe).map(({ id }) => id),
  );
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown === undefined) return ids;
  const [like] = nearest(unknown, known);
  const hint = like === undefined ? '' : ` Did you mean ${like}?`;
  throw new ExplainedError(`The mutant ${mutantId} cannot break the operation ${unknown}.${hint}`);
}

/** The mutants in columns, one per line. */
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
