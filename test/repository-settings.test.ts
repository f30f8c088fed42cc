import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { contractNames } from '../contract/contract.ts';
import { root } from './support/run-cli.ts';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Job {
  readonly needs?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}
interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly concurrency: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const textOf = (file: string) => readFileSync(join(root, file), 'utf8');
const manifest = JSON.parse(textOf('package.json'));
const files = globSync('.github/workflows/*.yml', { cwd: root }).toSorted();
const workflows = files.map((file): [string, Workflow] => [file, parse(textOf(file))]);
const stepsOf = ({ jobs }: Workflow) => Object.values(jobs).flatMap(({ steps }) => steps);

describe.each(workflows)('%s', (_, workflow) => {
  test('has no more permissions than reading, and runs once at a time', () => {
    expect([{}, { contents: 'read' }]).toContainEqual(workflow.permissions);
    expect(workflow.concurrency).toBeDefined();
  });

  test('uses actions of a fixed version, with the Node of this project', () => {
    for (const { uses = 'none@v1', with: options } of stepsOf(workflow)) {
      expect(uses).toMatch(/@(?:v\d+|[\da-f]{40})$/);
      if (uses.startsWith('actions/setup-node@')) {
        expect(options?.['node-version']).toBe(Number(textOf('.nvmrc')));
      }
    }
  });

  test('runs scripts that exist', () => {
    const scripts = stepsOf(workflow).flatMap(({ run = '' }) => /^npm run ([a-z:]+)/.exec(run)?.[1] ?? []);
    for (const script of scripts) expect(manifest.scripts).toHaveProperty(script);
  });
});

describe('the release', () => {
  const release = workflows.find(([file]) => file.endsWith('release.yml'))?.[1];
  const { test: testing, publish } = release?.jobs ?? {};
  const lines = (job: Job | undefined) => job?.steps.flatMap(({ run }) => run ?? []) ?? [];

  test('tests the file that it packs, and hands on that file', () => {
    expect(lines(testing)).toEqual([
      'node build/release-problems.ts',
      'npm ci',
      'npm pack --pack-destination "$RUNNER_TEMP"',
      'echo "PACKAGE_TARBALL=$(ls "$RUNNER_TEMP"/*.tgz)" >> "$GITHUB_ENV"',
      'npm test',
    ]);
    const upload = testing?.steps.at(-1);
    expect(upload?.uses).toMatch(/^actions\/upload-artifact@/);
    expect(upload?.with?.path).toMatch(/^\$\{\{ env\.PACKAGE_TARBALL \}\}$/);
  });

  test('publishes what was handed on, and builds nothing', () => {
    expect(publish?.needs).toBe('test');
    expect(lines(publish)).toEqual(['npm publish ./*.tgz --provenance --access public']);
    expect(publish?.steps.some(({ uses }) => uses?.startsWith('actions/checkout@'))).toBe(false);
  });

  test('gives an identity to the job that publishes alone', () => {
    expect(testing?.permissions).toEqual({ contents: 'read' });
    expect(publish?.permissions).toEqual({ 'id-token': 'write' });
  });
});

test('the form of contract issues offers each contract', () => {
  const { body } = parse(textOf('.github/ISSUE_TEMPLATE/contract.yml'));
  expect(body[0].attributes.options).toEqual(contractNames.map((name) => `spec/${name}.yaml`));
});

test('editors, the formatter and Node are set alike', () => {
  const { formatter } = JSON.parse(textOf('biome.json'));
  const set = textOf('.editorconfig');
  expect(set).toContain(
    `\nindent_style = ${formatter.indentStyle}\nindent_size = ${formatter.indentWidth}\n`,
  );
  expect(set).toContain(`\n[*.{ts,js,mjs,json}]\nmax_line_length = ${formatter.lineWidth}\n`);
  expect(manifest.engines.node).toBe(`>=${textOf('.nvmrc').trim()}`);
});
