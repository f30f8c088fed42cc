import { execFile } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyProject } from '../support/copy-project.ts';
import { freePort } from '../support/free-port.ts';
import { ask } from '../support/raw-http.ts';
import { type RunningProcess, startProcess } from '../support/run-cli.ts';
import { useFolder } from '../support/use-folder.ts';

const run = promisify(execFile);
const vendor = 'acme-fitness';
const key = { 'Acme-Key': 'acme_sandbox_key' };
const path = '/people/00000000-0000-4000-8000-000000000005/sources';
const mine = (name: string) => join(import.meta.dirname, 'fourth-vendor', name);

/** The five places of a vendor, and that of an edition: the file, and how it comes to be there. */
const places: Readonly<Record<string, (project: string) => void>> = {
  [`spec/${vendor}.yaml`]: (project) => cpSync(mine('spec.yaml'), join(project, `spec/${vendor}.yaml`)),
  [`spec/${vendor}.2.overlay.yaml`]: (project) =>
    cpSync(mine('edition.yaml'), join(project, `spec/${vendor}.2.overlay.yaml`)),
  'spec/vendors.ts': (project) =>
    insert(join(project, 'spec/vendors.ts'), '] as const satisfies readonly VendorEntry[];', 'entry.txt'),
  [`server/vendors/${vendor}.ts`]: (project) =>
    cpSync(mine('server.txt'), join(project, `server/vendors/${vendor}.ts`)),
  [`verify/vendors/${vendor}.ts`]: (project) =>
    cpSync(mine('rules.txt'), join(project, `verify/vendors/${vendor}.ts`)),
  'server/model/provider-columns.ts': (project) =>
    insert(join(project, 'server/model/provider-columns.ts'), '};', 'column.txt'),
};

/** Puts text before the last place where a line begins with `marker`. */
function insert(file: string, marker: string, text: string): void {
  const code = readFileSync(file, 'utf8');
  const at = code.lastIndexOf(`\n${marker}`) + 1;
  if (at === 0) throw new Error(`${file} has no line ${marker}`);
  writeFileSync(file, code.slice(0, at) + readFileSync(mine(text), 'utf8') + code.slice(at));
}

const folder = useFolder();

function copyWith(name: string, wanted: readonly string[]): string {
  const project = join(folder, name);
  copyProject(project);
  for (const place of wanted) places[place]?.(project);
  return project;
}

describe('a fourth vendor, by writing its five places', () => {
  let project: string;
  const processes: RunningProcess[] = [];
  const program = (file: string, ...args: readonly string[]) =>
    run(process.execPath, [join(project, file), ...args], { cwd: project });
  async function start(...args: readonly string[]): Promise<string> {
    const port = String(await freePort());
    const started = startProcess(process.execPath, [join(project, 'cli/main.js'), ...args, '--port', port], {
      cwd: project,
    });
    processes.push(started);
    await started.until(/listening on/);
    return `http://127.0.0.1:${port}`;
  }

  beforeAll(async () => {
    project = copyWith('whole', Object.keys(places));
    await program('build/generate.ts');
  });
  afterAll(async () => {
    for (const { child } of processes) child.kill('SIGTERM');
    await Promise.all(processes.map(({ ended }) => ended));
  });

  test('passes the type checker and the lint of the specs', async () => {
    await program('node_modules/typescript/bin/tsc');
    const { stderr } = await program('node_modules/@redocly/cli/bin/cli.js', 'lint', 'spec/*.yaml');
    expect(stderr).toContain(`spec/${vendor}.yaml: validated`);
    expect(stderr).not.toMatch(/warning|error/i);
  });

  test('is served, with its own errors, statuses and pages, and keeps its contract', async () => {
    const url = await start('serve');
    expect(await ask(url, { path, headers: key })).toMatchObject({
      status: 200,
      json: { data: { sources: [{ provider: 'fit-bit', state: 'linked' }] } },
    });
    expect(await ask(url, { path })).toMatchObject({ status: 401, json: { error: { code: 'no_key' } } });
    expect((await ask(url, { path: '/' })).text).toContain('acme_second_key');
    expect((await ask(url, { path: `/openapi/${vendor}.json` })).status).toBe(200);
    const connections =
      '/sandbox/workspaces/ws_sandbox/users/00000000-0000-4000-8000-000000000002/connections';
    expect((await ask(url, { path: connections })).json).toMatchObject({
      connections: expect.arrayContaining([
        expect.objectContaining({ listed_as: expect.objectContaining({ [vendor]: 'linked' }) }),
      ]),
    });
    const { stdout } = await program(
      'cli/main.js',
      'verify',
      '--sandbox',
      '--api',
      vendor,
      '--base-url',
      url,
    );
    expect(stdout).toMatch(/\n\d+ passed, 0 failed\n/);
    expect(stdout).toContain(`✓ The target conforms to the contract.`);
  });

  test('is mocked', async () => {
    const url = await start('mock');
    const answer = await ask(url, { path, headers: key });
    expect(answer).toMatchObject({ status: 200, json: { data: { sources: [{ provider: 'fit-bit' }] } } });
  });

  test('has a typed client', async () => {
    const use = `
      import { createAcmeFitnessClient, type AcmeSource } from './client/${vendor}.ts';
      const seen: Request[] = [];
      const fetch = async (request: Request) => {
        seen.push(request);
        return Response.json({ data: { sources: [] } });
      };
      const client = createAcmeFitnessClient({ baseUrl: 'http://x.example', key: 'k', fetch });
      const params = { path: { user_id: 'u' } };
      const { data } = await client.GET('/people/{user_id}/sources', { params });
      const sources: AcmeSource[] | undefined = data?.data.sources;
      console.log(seen[0]?.headers.get('Acme-Key'), seen[0]?.url, sources?.length);
    `;
    writeFileSync(join(project, 'use.ts'), use);
    await program('node_modules/typescript/bin/tsc');
    const { stdout } = await program('use.ts');
    expect(stdout).toBe('k http://x.example/people/u/sources 0\n');
    rmSync(join(project, 'use.ts'));
  });

  test('has an edition by one line and one file, with its own mock, client and types', async () => {
    const url = await start('mock', '--edition', `${vendor}=2`, '--edition', 'open-wearables=0-6');
    expect((await ask(url, { path, headers: { 'Acme-Secret': 'any' } })).status).toBe(200);
    expect((await ask(url, { path, headers: key })).status).toBe(401);
    const lists = '/api/v1/users/00000000-0000-4000-8000-000000000001/connections';
    expect((await ask(url, { path: lists, headers: { 'X-API-Key': 'any' } })).status).toBe(401);
    const client = readFileSync(join(project, `client/${vendor}.2.ts`), 'utf8');
    expect(client).toContain("{ 'Acme-Secret': key }");
    expect(client).toContain(`../generated/${vendor}.2.ts`);
  });

  test('has its reference in the docs', async () => {
    await program('build/build-docs.ts');
    const read = (path: string) => readFileSync(join(project, 'generated/docs', path), 'utf8');
    expect(read('index.html')).toContain(`href="/docs/reference/${vendor}.html"`);
    expect(read(`reference/${vendor}.md`)).toContain("--header 'Acme-Key: acme_sandbox_key'");
    expect(read(`interactive/${vendor}.html`)).toContain('createAcmeFitnessClient');
    expect(read(`reference/${vendor}.2.md`)).toContain('- The key is in the header `Acme-Secret`.');
    expect(read(`reference/${vendor}.2.md`)).toContain("--header 'Acme-Secret: acme_sandbox_key'");
  });

  test('is known to the help, the configuration and the guides', async () => {
    const { stdout } = await program('cli/main.js', 'verify', '--help');
    expect(stdout).toContain(vendor);
    const schema = readFileSync(join(project, 'generated/verify-config.schema.json'), 'utf8');
    expect(schema).toContain('"linked"');
    expect(readFileSync(join(project, 'docs/sandbox.md'), 'utf8')).toMatch(/\| state .*\| Acme Fitness/);
  });
});

test.each([
  [
    `spec/${vendor}.yaml`,
    `spec/vendors.ts names ${vendor}, but spec/${vendor}.yaml is missing. Write its contract.`,
  ],
  [
    'spec/vendors.ts',
    `spec/${vendor}.2.overlay.yaml belongs to no edition: spec/vendors.ts has no entry for it. Add one.\nspec/${vendor}.yaml belongs to no vendor: spec/vendors.ts has no entry for it. Add one.`,
  ],
  [
    `spec/${vendor}.2.overlay.yaml`,
    `spec/vendors.ts names the edition 2 of ${vendor}, but spec/${vendor}.2.overlay.yaml is missing. Write its differences.`,
  ],
  [
    `server/vendors/${vendor}.ts`,
    `spec/vendors.ts names ${vendor}, but server/vendors/${vendor}.ts is missing. Write its handlers, its errors and its statuses.`,
  ],
  [
    `verify/vendors/${vendor}.ts`,
    `spec/vendors.ts names ${vendor}, but verify/vendors/${vendor}.ts is missing. Write the rules of its lists.`,
  ],
  [
    'server/model/provider-columns.ts',
    `spec/vendors.ts names ${vendor}, but server/model/provider-columns.ts has no column for it. Add the providers that it has.`,
  ],
])('without %s, one message names it', async (left, message) => {
  const project = copyWith(
    left.replaceAll('/', '-'),
    Object.keys(places).filter((place) => place !== left),
  );
  const generated = startProcess(process.execPath, [join(project, 'build/generate.ts')], { cwd: project });
  expect(await generated.ended).toMatchObject({ code: 2, stdout: '', stderr: `${message}\n` });
});
