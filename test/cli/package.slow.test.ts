import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { freePort } from '../support/free-port.ts';
import { blocks } from '../support/read-readme.ts';
import { root, startProcess } from '../support/run-cli.ts';
import { runInShell } from '../support/run-command.ts';
import { useFolder } from '../support/use-folder.ts';

const run = promisify(execFile);
const folder = useFolder();
const installed = join(folder, 'node_modules/connections-contract');
const bin = join(folder, 'node_modules/.bin/connections-contract');

/**
 * Packs the package and installs it in an empty folder, with nothing of ours beside it. Its docs are those that
 * `npm ci` has built: building them anew would take them from the tests that look at them.
 */
beforeAll(async () => {
  await run('npm', ['run', 'build'], { cwd: root });
  await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: root });
  const [tarball = ''] = readdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{ "name": "user-of-it", "private": true, "type": "module" }');
  await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', `./${tarball}`], {
    cwd: folder,
  });
}, 240_000);

test('The package holds the built docs and the contracts, and no TypeScript that has to be built', () => {
  for (const file of [
    'spec/open-wearables.yaml',
    'spec/sandbox.yaml',
    'generated/docs/index.html',
    'generated/vendors.yaml',
  ]) {
    expect(existsSync(join(installed, 'dist', file)), file).toBe(true);
  }
  const sources = readdirSync(installed, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(?<!\.d)\.ts$/.test(name),
  );
  expect(sources).toEqual([]);
});

test('Neither Prism nor Redocly comes with it', () => {
  const { dependencies } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  expect(Object.keys(dependencies)).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/prism|redocly/)]),
  );
  expect(existsSync(join(folder, 'node_modules/@stoplight'))).toBe(false);
  expect(existsSync(join(folder, 'node_modules/@redocly'))).toBe(false);
});

test('Its serve answers, with the docs and the contracts', async () => {
  const { child, until, ended } = startProcess(process.execPath, [bin, 'serve', '--port', '0'], {
    cwd: folder,
  });
  const [, url = ''] = await until(/listening on (\S+)/);
  const path = '/api/v1/users/550e8400-e29b-41d4-a716-446655440000/connections';
  expect((await fetch(url + path, { headers: { 'X-API-Key': 'ow_sandbox_key' } })).status).toBe(200);
  for (const page of ['/', '/docs/', '/openapi/junction.yaml', '/openapi/junction.json']) {
    expect((await fetch(url + page)).status, page).toBe(200);
  }
  child.kill('SIGTERM');
  expect((await ended).code).toBe(0);
});

test('Its mock says what to install, and ends with 2', async () => {
  const { code, stderr } = await startProcess(process.execPath, [bin, 'mock'], { cwd: folder }).ended;
  expect(code).toBe(2);
  expect(stderr).toMatch(
    /^connections-contract: Cannot start the mock: .*npm install --save-dev @stoplight\/prism-cli@\d\S+\n$/,
  );
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(stderr).toContain(`@stoplight/prism-cli@${devDependencies['@stoplight/prism-cli']}.`);
});

/** Programs that use the exports of the package, and what each writes. */
const programs: readonly (readonly [file: string, text: string, output: string])[] = [
  [
    'use-server.ts',
    `
    import { startServer, type RunningServer } from 'connections-contract/server';
    import { createOpenWearablesClient } from 'connections-contract/client/open-wearables';
    import { createJunctionClient, type JunctionProvider } from 'connections-contract/client/junction';
    import { createMieltoClient } from 'connections-contract/client/mielto';
    import { vendors } from 'connections-contract/spec/vendors';

    const server: RunningServer = await startServer();
    const path = { user_id: '550e8400-e29b-41d4-a716-446655440000' };
    const baseUrl = server.url;
    const a = await createOpenWearablesClient({ baseUrl, key: server.keys['open-wearables'] })
      .GET('/api/v1/users/{user_id}/connections', { params: { path } });
    const b = await createJunctionClient({ baseUrl, key: server.keys.junction })
      .GET('/v2/user/providers/{user_id}', { params: { path } });
    const c = await createMieltoClient({ baseUrl, key: 'wrong' })
      .GET('/api/v1/connections/users/{user_id}', { params: { path, query: { limit: 1 } } });
    const first: JunctionProvider | undefined = b.data?.providers[0];
    // @ts-expect-error: the contract knows no such status
    const wrong: 'on' | undefined = first?.status;
    console.log(vendors.length, a.data?.length, first?.slug ?? wrong, JSON.stringify(c.error));
    await server.close();
  `,
    '3 3 strava {"detail":"Invalid or missing token"}\n',
  ],
  [
    'use-verifier.ts',
    `
    import { startServer } from 'connections-contract/server';
    import { verify, type VerifyRun } from 'connections-contract/verify';

    const server = await startServer();
    const apis = [{ vendor: 'mielto', key: server.keys.mielto, users: [] }] as const;
    for await (const { check, status } of verify({ baseUrl: server.url, apis, checks: ['shape.404.status'] })) {
      console.log(status, check.id);
    }
    await server.close();
    export type Run = VerifyRun;
  `,
    'passed mielto.listMieltoConnections.shape.404.status\n',
  ],
];

test('Its types hold by themselves, and so do those of programs that use it', async () => {
  for (const [file, text] of programs) writeFileSync(join(folder, file), text);
  await checkTypes(
    { types: [], skipLibCheck: false },
    programs.map(([file]) => file),
  );
});

test.each(programs)('Its exports can be imported: %s', async (file, text, output) => {
  writeFileSync(join(folder, file), text);
  const { stdout } = await run(process.execPath, [file], { cwd: folder });
  expect(stdout).toBe(output);
});

test('The snippets of the README hold their types', async () => {
  const snippets = [...blocks('ts'), ...blocks('typescript')].map(({ text }, index) => {
    const file = `snippet-${index + 1}.ts`;
    writeFileSync(join(folder, file), text);
    return file;
  });
  expect(snippets.length).toBeGreaterThan(3);
  mkdirSync(join(folder, 'node_modules/@types'), { recursive: true });
  for (const tool of ['@junction-api', '@types/node', 'vitest']) {
    const place = join(folder, 'node_modules', tool);
    if (!existsSync(place)) symlinkSync(join(root, 'node_modules', tool), place, 'junction');
  }
  await checkTypes({ types: ['node'], skipLibCheck: true }, snippets);
});

/** Checks types as a project does that uses the package. Rejects with what the compiler writes. */
async function checkTypes(options: object, files: readonly string[]): Promise<void> {
  const compilerOptions = {
    target: 'es2024',
    module: 'nodenext',
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    ...options,
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const { code, stdout } = await startProcess(process.execPath, [tsc, '--project', folder], { cwd: folder })
    .ended;
  expect(code, stdout).toBe(0);
}

test('The contracts can be read as files by their names in exports', async () => {
  const script = "process.stdout.write(import.meta.resolve('connections-contract/spec/mielto.yaml'))";
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script], { cwd: folder });
  expect(readFileSync(new URL(stdout), 'utf8')).toMatch(/^openapi: 3\.1\.0/);
});

test('It has the file of each export', () => {
  const { exports } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  for (const file of Object.values<string | null>(exports)) {
    if (file !== null && !file.includes('*')) expect(existsSync(join(installed, file)), file).toBe(true);
  }
});

test('The recipe for CI in the README works as it stands', async () => {
  const [config = { text: '' }, workflow = { text: '' }] = blocks('yaml');
  const port = String(await freePort());
  const here = (text: string) => text.replaceAll('127.0.0.1:4010', `127.0.0.1:${port}`);
  writeFileSync(join(folder, 'contract.yaml'), here(config.text));
  const steps: readonly { run?: string; env?: Record<string, string> }[] = parse(here(workflow.text)).jobs
    .verify.steps;
  const started = [];
  try {
    for (const { run: line, env = {} } of steps) {
      // The package is installed here from its tarball already.
      if (line === undefined || line === 'npm ci') continue;
      const step = runInShell(line, { cwd: folder, env: { ...env, PORT: port } });
      started.push(step);
      const { code, output } = await step.ended;
      expect(code, output).toBe(0);
    }
    expect(readFileSync(join(folder, 'reports/contract.xml'), 'utf8')).toMatch(
      /<testsuite [^>]*failures="0"/,
    );
  } finally {
    for (const step of started) await step.stop();
  }
}, 120_000);
