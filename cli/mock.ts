import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { joinedName } from '../contract/edition-choice.ts';
import { ExplainedError } from '../contract/explained-error.ts';
import type { EditionChoice } from '../spec/vendors.ts';
import type { FlagValues, SettingTable } from '../verify/config/setting.ts';
import { addSettings } from './kit/add-settings.ts';
import { addressSettings } from './kit/address-settings.ts';
import { editionSetting } from './kit/edition-setting.ts';
import { refuseUnusableAddress } from './kit/refuse-unusable-address.ts';
import { stopSignal } from './kit/stop-signal.ts';
import { testedPrism } from './mock-guard/tested-prism.ts';

/** All settings of `mock`. */
export const mockSettings = { ...addressSettings(4011), ...editionSetting } satisfies SettingTable;

/** `mock`: runs Prism on the joined document until it is stopped. Requests that violate the contract are refused. */
export function mockCommand(finished: { code: number }): Command {
  const command = new Command('mock').description(
    'run the Prism mock of all three APIs, which stores nothing',
  );
  return addSettings(command, mockSettings).action(
    async ({ port, host, edition = {} }: FlagValues<typeof mockSettings>, called: Command) => {
      const prism = findPrism();
      // If its port is in use, Prism itself exits with 0.
      await refuseUnusableAddress(called, { port, host });
      finished.code = await runPrism(prism, edition, ['--port', String(port), '--host', host]);
    },
  );
}

function findPrism(): string {
  for (const from of [import.meta.url, join(process.cwd(), 'package.json')]) {
    try {
      const manifest = createRequire(from).resolve(`${testedPrism.name}/package.json`);
      return join(dirname(manifest), createRequire(from)(manifest).bin.prism);
    } catch {
      // The next location may have it.
    }
  }
  throw new ExplainedError(
    `Cannot start the mock: Prism is not installed. Run npm install --save-dev ${testedPrism.name}@${testedPrism.version}.`,
  );
}

function runPrism(prism: string, choice: EditionChoice, args: readonly string[]): Promise<number> {
  // The guard reads the choice from the name of the document.
  const document = fileURLToPath(new URL(`../generated/${joinedName(choice)}.yaml`, import.meta.url));
  const guard = import.meta.resolve(`../cli/mock-guard${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`);
  const child = spawn(process.execPath, ['--import', guard, prism, 'mock', document, '--errors', ...args], {
    stdio: 'inherit',
    // If NODE_ENV is development, Prism shows stack traces; if it is production, Prism does not start.
    env: { ...process.env, NODE_ENV: '', SCARF_ANALYTICS: 'false' },
  });
  let isStopped = false;
  void stopSignal().then(() => {
    isStopped = true;
    child.kill();
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    // If another process stopped Prism, as a system without free memory does, the mock has failed.
    child.once('exit', (code) => resolve(isStopped ? 0 : (code ?? 1)));
  });
}
