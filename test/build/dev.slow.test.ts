import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandsRun } from '../readme/guide-commands.ts';
import { copyProject } from '../support/copy-project.ts';
import { freePort } from '../support/free-port.ts';
import { runInShell, type ShellCommand } from '../support/run-command.ts';
import { useFolder } from '../support/use-folder.ts';

const copy = join(useFolder(), 'copy');
const [command] = commandsRun('dev');
let dev: ShellCommand;
let url: string;
let starts = 0;

beforeAll(async () => {
  copyProject(copy);
  dev = runInShell(`${command?.line} -- --port ${await freePort()}`, { cwd: copy });
  url = await nextStart();
  await dev.until(/Completed running '.*generate\.ts'/);
});
afterAll(() => dev.stop());

test(`${command?.line} serves a change of the code`, async () => {
  change('server/pages/landing-page.ts', '</h1>', ' as changed</h1>');
  await untilServed('/', / as changed<\/h1>/);
});

test(`${command?.line} serves a change of a contract, and makes its types`, async () => {
  change('spec/mielto.yaml', /^ {2}version: .*$/m, '  version: 98.7.6');
  await untilServed('/openapi/mielto.json', /"version":"98\.7\.6"/);
  change('spec/mielto.yaml', /MieltoFieldName/g, 'MieltoRenamedField');
  await untilServed('/openapi/mielto.json', /MieltoRenamedField/);
  expect(readFileSync(join(copy, 'generated/mielto.ts'), 'utf8')).toContain('MieltoRenamedField');
});

test(`${command?.line} continues after a contract that cannot be read`, async () => {
  const file = join(copy, 'spec/junction.yaml');
  const whole = readFileSync(file, 'utf8');
  writeFileSync(file, '{');
  await dev.until(/Failed running '.*generate\.ts'/);
  await nextStart();
  writeFileSync(file, whole.replace(/^ {2}version: .*$/m, '  version: 12.3.4'));
  await untilServed('/openapi/junction.json', /"version":"12\.3\.4"/);
});

/** The URL of the server, when it has started once more. */
async function nextStart(): Promise<string> {
  starts += 1;
  const [, found = ''] = await dev.until(new RegExp(`^(?:[^]*?listening on (\\S+)\\n){${starts}}`));
  return found;
}

/** What a contract changes restarts the server twice: by itself, and by what is generated from it. */
async function untilServed(path: string, pattern: RegExp): Promise<void> {
  for (;;) {
    await nextStart();
    // It may be restarting already.
    const text = await fetch(url + path).then((response) => response.text(), String);
    if (pattern.test(text)) return;
  }
}

function change(name: string, from: string | RegExp, to: string): void {
  const file = join(copy, name);
  const before = readFileSync(file, 'utf8');
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  writeFileSync(file, after);
}
