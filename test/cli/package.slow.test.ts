import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { bundledPackages } from '../../build/allowed-imports.ts';
import { allContractNames } from '../../contract/contract.ts';
import { postgres } from '../support/databases.ts';
import { freePort } from '../support/free-port.ts';
import { packedPackage } from '../support/packed-package.ts';
import { blocks } from '../support/read-guides.ts';
import { root, startProcess } from '../support/run-cli.ts';
import { runInShell } from '../support/run-command.ts';
import { useFolder } from '../support/use-folder.ts';
import { programs, suite } from './package-programs.ts';
import { checkTypes, describePackageTypes } from './package-types.ts';

const run = promisify(execFile);
const folder = useFolder();
const installed = join(folder, 'node_modules/connections-contract');
const bin = join(folder, 'node_modules/.bin/connections-contract');
const start = (...args: readonly string[]) => startProcess(process.execPath, [bin, ...args], { cwd: folder });
const path = '/api/v1/users/550e8400-e29b-41d4-a716-446655440000/connections';
const headers = { 'X-API-Key': 'ow_sandbox_key' };

let tarball: string;

/** Installs the package in an empty folder, with nothing of ours beside it. */
beforeAll(async () => {
  tarball = await packedPackage(folder);
  writeFileSync(join(folder, 'package.json'), '{ "name": "user-of-it", "private": true, "type": "module" }');
  await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', tarball], { cwd: folder });
}, 240_000);

test('Publint finds nothing wrong with it', async () => {
  const publint = join(root, 'node_modules/publint/src/cli.js');
  const { code, stdout } = await startProcess(process.execPath, [publint, tarball, '--strict']).ended;
  expect(code, stdout).toBe(0);
});

test('The package contains the built docs and the contracts, and no TypeScript sources', () => {
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

test('The package has one dependency, the library of its clients', () => {
  expect(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
    'connections-contract',
    'openapi-fetch',
    'openapi-typescript-helpers',
  ]);
});

test('The package lists the bundled packages with their licences', () => {
  const text = readFileSync(join(installed, 'dist/THIRD-PARTY-LICENSES.txt'), 'utf8');
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const named = [...text.matchAll(/^={80}\n(\S+) (\S+) \(\S+\)$/gm)].map(([, name, version]) => [
    name,
    version,
  ]);
  expect(named.length).toBeGreaterThan(80);
  for (const name of bundledPackages) expect(named).toContainEqual([name, devDependencies[name]]);
  expect(text.match(/copyright/gi)?.length).toBeGreaterThan(named.length);
});

test('serve of the package works with the docs and the contracts, verify passes it, and neither prints a warning', async () => {
  const { child, until, ended } = start('serve', '--port', '0');
  const [, url = ''] = await until(/listening on (\S+)/);
  expect((await fetch(url + path, { headers })).status).toBe(200);
  const docs = ['', 'verify.html', 'interactive/junction.html', 'reference/junction.md', 'llms.txt'];
  const contracts = ['/openapi/junction.yaml', '/openapi/junction.json'];
  for (const page of ['/', ...docs.map((path) => `/docs/${path}`), ...contracts]) {
    expect((await fetch(url + page)).status, page).toBe(200);
  }
  const verified = await start('verify', '--sandbox', '--base-url', url, '--checks', 'shape.200.*').ended;
  expect(verified.code, verified.stdout).toBe(0);
  child.kill('SIGTERM');
  const { code, stderr } = await ended;
  expect(code).toBe(0);
  expect(stderr + verified.stderr).toBe('');
});

test('serve of the package can store its data in PostgreSQL', async () => {
  const { data, dispose } = await postgres.create();
  const { child, until, ended } = start('serve', '--port', '0', '--data', data);
  const [, url = ''] = await until(/listening on (\S+)/);
  expect((await fetch(url + path, { headers })).status).toBe(200);
  child.kill('SIGTERM');
  expect(await ended).toMatchObject({ code: 0, stderr: '' });
  await dispose();
});

test('mock of the package names the package to install, and exits with 2', async () => {
  const { code, stderr } = await start('mock').ended;
  expect(code).toBe(2);
  expect(stderr).toMatch(
    /^connections-contract: Cannot start the mock: .*npm install --save-dev @stoplight\/prism-cli@\d\S+\n$/,
  );
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(stderr).toContain(`@stoplight/prism-cli@${devDependencies['@stoplight/prism-cli']}.`);
});

test('mock of the package loads its guard into Prism', async () => {
  link('@stoplight');
  const port = String(await freePort());
  const { child, until, ended } = start('mock', '--port', port);
  await until(/Prism is listening/);
  // Without the guard, this path stops Prism.
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/users/%ff/connections`);
  expect(await answer.json()).toEqual({ detail: 'Not found' });
  const dynamic = { ...headers, Prefer: 'dynamic=true' };
  expect((await fetch(`http://127.0.0.1:${port}${path}`, { headers: dynamic })).status).toBe(200);
  child.kill('SIGTERM');
  expect((await ended).stderr).toBe('');
});

describe('Its types', () => describePackageTypes(folder));

test.each(programs)('The exports of the package can be imported: %s', async (file, text, output) => {
  writeFileSync(join(folder, file), text);
  const { stdout } = await run(process.execPath, [file], { cwd: folder });
  expect(stdout).toBe(output);
});

test('The types of the snippets in the guides are valid', async () => {
  const snippets = [...blocks('ts'), ...blocks('typescript')].map(({ text }, index) => {
    const file = `snippet-${index + 1}.ts`;
    writeFileSync(join(folder, file), text);
    return file;
  });
  expect(snippets.length).toBeGreaterThan(3);
  for (const tool of ['@junction-api', '@types/node', 'vitest']) link(tool);
  await checkTypes({
    project: folder,
    files: snippets,
    compilerOptions: { types: ['node'], skipLibCheck: true },
  });
});

test('The checks are tests in a project with Vitest', async () => {
  link('vitest');
  writeFileSync(join(folder, 'contract.test.js'), suite);
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const { code, stdout, stderr } = await startProcess(process.execPath, [vitest, 'run', 'contract.test.js'], {
    cwd: folder,
  }).ended;
  expect(stdout).toMatch(/Tests .*\d+ passed/);
  expect(code, stdout + stderr).toBe(0);
});

/** Links a package of this project into the project that uses the package under test. */
function link(tool: string): void {
  const place = join(folder, 'node_modules', tool);
  mkdirSync(dirname(place), { recursive: true });
  if (!existsSync(place)) symlinkSync(join(root, 'node_modules', tool), place, 'junction');
}

test.each(allContractNames)('The contract %s is exported as YAML and as JSON', async (name) => {
  const script = `
    import document from 'connections-contract/spec/${name}.json' with { type: 'json' };
    import { readFileSync } from 'node:fs';
    import { fileURLToPath } from 'node:url';
    const yaml = fileURLToPath(import.meta.resolve('connections-contract/spec/${name}.yaml'));
    process.stdout.write(JSON.stringify([readFileSync(yaml, 'utf8'), document]));
  `;
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: folder,
    maxBuffer: 10_000_000,
  });
  const [yaml, json] = JSON.parse(stdout);
  expect(json).toEqual(parse(yaml));
  expect(json.openapi).toBe('3.1.0');
});

test('The package contains the file of each export', () => {
  const { exports } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  for (const file of Object.values<string | null>(exports)) {
    if (file !== null && !file.includes('*')) expect(existsSync(join(installed, file)), file).toBe(true);
  }
});

test('The CI workflow in the README works unchanged', async () => {
  const [config = { text: '' }, workflow = { text: '' }] = blocks('yaml');
  const port = String(await freePort());
  const here = (text: string) => text.replaceAll('127.0.0.1:4010', `127.0.0.1:${port}`);
  writeFileSync(join(folder, 'contract.yaml'), here(config.text));
  const steps: readonly { run?: string; env?: Record<string, string> }[] = parse(here(workflow.text)).jobs
    .verify.steps;
  const started = [];
  try {
    for (const { run: line, env = {} } of steps) {
      // The package is already installed from its tarball.
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
