import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Packages with the MIT licence that do not contain its text, and the copyright line of their repository. */
const copyrights: Readonly<Record<string, string>> = {
  '@docsearch/css': 'Copyright (c) 2015-present Algolia, Inc.',
};

/**
 * The licences of the packages that contain these files, as one text. Files outside `node_modules` are this project's.
 * Throws for a package that does not name its licence or does not contain its text.
 */
export function thirdPartyLicenses(files: readonly string[]): string {
  const folders = new Set(files.flatMap((file) => packageFolderOf(file) ?? []));
  const sections = new Set([...folders].map(licenseSection));
  return [
    'This package contains code of the packages below. Each has its own licence.\n',
    ...[...sections].sort((a, b) => a.localeCompare(b, 'en')),
  ].join('\n');
}

/** The package of a file: the inner one if a package is inside another; null for a file of this project. */
function packageFolderOf(file: string): string | null {
  return /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+(?=[\\/])/.exec(file)?.[0] ?? null;
}

function licenseSection(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const fail = (reason: string): never => {
    throw new Error(
      `Cannot publish the code of ${name} ${version}: ${reason}. Use another package, or make it a dependency.`,
    );
  };
  if (typeof license !== 'string' || license === '') fail('its package.json does not name a licence');
  const text = licenseFiles(folder) || licenseInReadme(folder) || mitLicense(name, license);
  if (text === '') fail('it does not contain the text of its licence');
  return `${'='.repeat(80)}\n${name} ${version} (${license})\n\n${text}\n`;
}

/** The Apache licence requires the text of NOTICE too. A package that contains others names theirs. */
function licenseFiles(folder: string): string {
  return readdirSync(folder, { withFileTypes: true })
    .filter(
      (entry) =>
        entry.isFile() &&
        /^(?:licen[cs]e|copying|notice|third_party_notices)\b(?!.*\.[cm]?[jt]s)/i.test(entry.name),
    )
    .map(({ name }) => readFileSync(join(folder, name), 'utf8').trim())
    .join('\n\n')
    .trim();
}

/** Some packages have the text in a section of their README. A section without a copyright line only names it. */
function licenseInReadme(folder: string): string {
  const readme = readdirSync(folder).find((name) => /^readme\b/i.test(name));
  const sections = readme === undefined ? [] : readFileSync(join(folder, readme), 'utf8').split(/^#+ */m);
  const section = sections.find((text) => /^licen[cs]e\s*\n/i.test(text) && /copyright/i.test(text));
  return section?.replace(/^.*/, '').trim() ?? '';
}

/** The text of this project's own licence, for a package with a known copyright line. */
function mitLicense(name: string, license: string): string {
  const copyright = copyrights[name];
  if (license !== 'MIT' || copyright === undefined) return '';
  const own = readFileSync(new URL('../LICENSE', import.meta.url), 'utf8');
  return own.replace(/^Copyright .*$/m, copyright).trim();
}
