import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../server/start-server.ts';
import { freePort } from '../support/free-port.ts';
import { blocks } from '../support/read-guides.ts';
import { root } from '../support/run-cli.ts';
import { runInShell } from '../support/run-command.ts';
import { useFolder } from '../support/use-folder.ts';
import { commandsRun } from './guide-commands.ts';

const temporary = useFolder();
const { name, exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/**
 * The imports of the package resolve to its sources through links. Node strips their types, because it uses the real path
 * of a linked file. `test/cli/package.slow.test.ts` checks the types of the snippets against the packed package.
 */
describe('the snippets', () => {
  const folder = join(temporary, 'snippets');
  // A snippet without an output below it is the file that a command runs.
  const [run] = commandsRun('snippet');
  const snippets = (['ts', 'js'] as const).flatMap((language) =>
    blocks(language).map(({ text, output }, index) => ({
      file: `snippet-${index + 1}.${language === 'js' ? 'cjs' : language}`,
      text,
      output: output ?? run?.output,
    })),
  );
  const suites = blocks('typescript').map(({ text }, index) => ({
    file: `suite-${index + 1}.test.ts`,
    text,
  }));
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer();
    const port = await freePort();
    const installed = join(folder, 'node_modules', name);
    mkdirSync(installed, { recursive: true });
    const sources = JSON.stringify(exports).replaceAll('./dist/', './').replaceAll('.js"', '.ts"');
    writeFileSync(join(installed, 'package.json'), `{"name":"${name}","type":"module","exports":${sources}}`);
    for (const room of ['server', 'client', 'verify', 'spec', 'generated'])
      symlinkSync(join(root, room), join(installed, room));
    for (const tool of ['@junction-api', '@types', 'vitest']) {
      symlinkSync(join(root, 'node_modules', tool), join(folder, 'node_modules', tool));
    }
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    for (const { file, text } of [...snippets, ...suites]) {
      const own = text.replaceAll('http://127.0.0.1:4010', server.url).replaceAll('4020', `${port}`);
      writeFileSync(join(folder, file), own);
    }
  });
  afterAll(() => server.close());

  test.each(snippets)('print the output below them: $file', async ({ file, output: shown }) => {
    const { output } = await runInShell(`'${process.execPath}' ${file}`, { cwd: folder }).ended;
    expect(shown?.language).toBe('text');
    expect(output).toBe(shown?.text);
  });

  test.each(suites)('pass in vitest: $file', async ({ file }) => {
    const vitest = join(root, 'node_modules/vitest/vitest.mjs');
    const { code, output } = await runInShell(`'${process.execPath}' '${vitest}' run ${file}`, {
      cwd: folder,
    }).ended;
    expect(output).toMatch(/Tests .*\d+ passed/);
    expect(code, output).toBe(0);
  });
});
