import { readFileSync } from 'node:fs';

/** What a release is made from. */
export interface Release {
  /** The name of the pushed tag. */
  readonly tag: string;
  /** The address of the repository that the workflow runs in, without `.git`. */
  readonly repository: string;
  readonly manifest: { readonly version: string; readonly repository?: { readonly url: string } };
  /** The text of CHANGELOG.md. */
  readonly changelog: string;
}

/** What has to be changed before this tag can be released, one sentence each; empty if nothing has to. */
export function releaseProblems({ tag, repository, manifest, changelog }: Release): readonly string[] {
  const { version } = manifest;
  const named = manifest.repository?.url.replace(/^git\+/, '').replace(/\.git$/, '');
  const isDated = changelog
    .split(/^## /m)
    .some((section) => section.startsWith(`[${version}] - `) && /^\S+ - \d{4}-\d\d-\d\d\n/.test(section));
  return [
    ...(tag === `v${version}`
      ? []
      : [`The tag is ${tag}, but package.json has the version ${version}. Push the tag v${version}.`]),
    ...(isDated
      ? []
      : [`CHANGELOG.md has no section for ${version} with its date. Add: ## [${version}] - YYYY-MM-DD`]),
    ...(named === repository
      ? []
      : [
          `package.json names ${named ?? 'no repository'}, but the provenance statement will name ${repository}. Set "repository" to { "type": "git", "url": "git+${repository}.git" }.`,
        ]),
  ];
}

/** Reads what GitHub Actions says of the run that a tag has started. */
function main(): number {
  const { GITHUB_REF_NAME: tag = '', GITHUB_SERVER_URL, GITHUB_REPOSITORY } = process.env;
  const textOf = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
  const problems = releaseProblems({
    tag,
    repository: `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}`,
    manifest: JSON.parse(textOf('package.json')),
    changelog: textOf('CHANGELOG.md'),
  });
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  return problems.length === 0 ? 0 : 1;
}

if (import.meta.main) process.exitCode = main();
