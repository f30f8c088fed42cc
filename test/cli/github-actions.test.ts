import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../server/start-server.ts';
import { runCli } from '../support/run-cli.ts';
import { useFolder } from '../support/use-folder.ts';

const folder = useFolder();
let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  await server.close();
});

test('On GitHub a finding is an annotation of the configuration, and the step has a summary', async () => {
  const summary = join(folder, 'summary.md');
  writeFileSync(summary, 'before\n');
  writeFileSync(
    join(folder, 'verify.yaml'),
    `baseUrl: ${server.url}
checks: [meaning.expected]
apis:
  junction:
    users:
      - id: 550e8400-e29b-41d4-a716-446655440000
        expect: { slugs: [garmin] }
`,
  );
  const { code, stdout, stderr } = await runCli(['verify', '--config', join(folder, 'verify.yaml')], {
    env: {
      JUNCTION_API_KEY: server.keys.junction,
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: folder,
      GITHUB_STEP_SUMMARY: summary,
    },
  });
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(stdout).toMatch(/^::error file=verify\.yaml,line=4,title=Junction contract::Each list contains/m);
  expect(readFileSync(summary, 'utf8')).toMatch(/^before\n<h2>❌ connections-contract: 1 check failed\./);
});

test('Outside GitHub there are no annotations and no summary', async () => {
  const { stdout } = await runCli(['verify', '--sandbox', '--api', 'junction', '--base-url', server.url], {
    env: { GITHUB_STEP_SUMMARY: join(folder, 'none.md') },
  });
  expect(stdout).not.toContain('::');
  expect(() => readFileSync(join(folder, 'none.md'))).toThrow('ENOENT');
});

test('A summary that cannot be written is reported after the run', async () => {
  const { code, stdout, stderr } = await runCli(
    ['verify', '--sandbox', '--api', 'junction', '--base-url', server.url],
    {
      env: { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: folder },
    },
  );
  expect(code).toBe(2);
  expect(stdout).toContain('The target conforms to the contract.');
  expect(stderr).toMatch(/^connections-contract: Cannot write the step summary .* EISDIR\. .*\n$/);
});
