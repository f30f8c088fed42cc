import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type CodeSample, codeSamples } from '../../../build/docs/code-samples.ts';
import { allContractNames, operationOf, readContract } from '../../../contract/contract.ts';
import { type RunningServer, startServer } from '../../../server/start-server.ts';
import { exampleCalls } from '../../support/example-calls.ts';
import { prepareCall } from '../../support/prepare-call.ts';
import { recordStatuses } from '../../support/record-statuses.ts';
import { root, startProcess } from '../../support/run-cli.ts';
import { runInShell } from '../../support/run-command.ts';
import { prepareSampleFolder } from '../../support/sample-folder.ts';
import { useFolder } from '../../support/use-folder.ts';

const folder = useFolder();
const all = await Promise.all(
  allContractNames.map(async (name) => ({ name, own: await codeSamples(readContract(name)) })),
);
const samples = all.flatMap(({ name, own }) =>
  [...own].flatMap(([id, list]) =>
    list.map((sample, index) => ({ contract: name, id, ...sample, file: `${id}-${index}.ts` })),
  ),
);
const inLanguage = (language: CodeSample['language']) =>
  samples.filter((sample) => sample.language === language);

let server: RunningServer;
let recorded: ReturnType<typeof recordStatuses>;
beforeAll(async () => {
  server = await startServer();
  recorded = recordStatuses(Number(new URL(server.url).port));
  prepareSampleFolder(folder);
  for (const { file, source } of inLanguage('ts')) {
    writeFileSync(join(folder, file), here(source));
  }
});
afterAll(async () => {
  recorded?.stop();
  await server?.close();
});
/** A sample is for a server that has just been started. */
beforeEach(async () => {
  await fetch(`${server.url}/sandbox/reset`, { method: 'POST' });
  recorded.take();
});

const here = (source: string) => source.replaceAll('http://127.0.0.1:4010', server.url);

/** Does what a sample presupposes. Resolves to its source for this server, with a link token if it needs one. */
async function prepared({ contract, id, source }: (typeof samples)[number]): Promise<string> {
  const [call] = exampleCalls(operationOf(readContract(contract), id));
  const headers = call === undefined ? {} : await prepareCall(server, contract, call);
  recorded.take();
  return here(source).replaceAll('LINK_TOKEN', headers['x-vital-link-token'] ?? 'LINK_TOKEN');
}

describe('against a new server, each request of a code sample succeeds:', () => {
  test.each(inLanguage('sh'))('$id, $label', async (sample) => {
    const { code, output } = await runInShell(await prepared(sample)).ended;
    expect(recorded.take(), output).toEqual([expect.stringMatching(/ 2\d\d$/)]);
    expect(code, output).toBe(0);
  });

  test.each(inLanguage('ts'))('$id, $label', async (sample) => {
    const { file } = sample;
    writeFileSync(join(folder, file), await prepared(sample));
    const { code, stdout, stderr } = await startProcess(process.execPath, [file], { cwd: folder }).ended;
    expect(recorded.take(), stdout).toEqual([expect.stringMatching(/ 2\d\d$/)]);
    expect([code, stderr]).toEqual([0, '']);
  });
});

test('the types of the TypeScript samples are right', async () => {
  const compilerOptions = {
    module: 'nodenext',
    target: 'es2024',
    noEmit: true,
    strict: true,
    types: ['node'],
  };
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        ...compilerOptions,
        allowImportingTsExtensions: true,
        skipLibCheck: true,
        moduleDetection: 'force',
      },
      include: ['*.ts'],
    }),
  );
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const { code, stdout } = await startProcess(process.execPath, [tsc], { cwd: folder }).ended;
  expect([code, stdout]).toEqual([0, '']);
});
