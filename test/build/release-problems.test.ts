import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Release, releaseProblems } from '../../build/release-problems.ts';
import { root, startProcess } from '../support/run-cli.ts';

const repository = 'https://git.example/some/where';
const ready: Release = {
  tag: 'v1.2.3',
  repository,
  manifest: { version: '1.2.3', repository: { url: `git+${repository}.git` } },
  changelog: '# Changelog\n\n## [Unreleased]\n\n## [1.2.3] - 2031-02-03\n\n### Added\n',
};

test('a release whose parts belong together has no problem', () => {
  expect(releaseProblems(ready)).toEqual([]);
});

test.each<[string, Partial<Release>, string]>([
  ['another version', { tag: 'v1.2.4' }, 'Push the tag v1.2.3.'],
  ['no section of the changelog', { changelog: '## [Unreleased]\n' }, 'Add: ## [1.2.3] - YYYY-MM-DD'],
  ['a section without a date', { changelog: '## [1.2.3] - soon\n' }, 'Add: ## [1.2.3] - YYYY-MM-DD'],
  ['the section of another version', { changelog: '## [1.2.30] - 2031-02-03\n' }, 'Add: ## [1.2.3]'],
  ['no repository', { manifest: { version: '1.2.3' } }, `"git+${repository}.git"`],
  [
    'another repository',
    { manifest: { version: '1.2.3', repository: { url: 'https://git.example/else' } } },
    'package.json names https://git.example/else,',
  ],
])('%s is a problem with what to do', (_, change, advice) => {
  const problems = releaseProblems({ ...ready, ...change });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(advice);
});

test('the program ends with 1 for a tag that cannot be released', async () => {
  const program = join(root, 'build/release-problems.ts');
  const { code, stderr } = await startProcess(process.execPath, [program], {
    env: { GITHUB_REF_NAME: 'v0.0.0', GITHUB_SERVER_URL: 'https://git.example', GITHUB_REPOSITORY: 'a/b' },
  }).ended;
  expect(code).toBe(1);
  expect(stderr).toMatch(/^The tag is v0\.0\.0, but package\.json has the version /);
});
