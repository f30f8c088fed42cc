import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { parse, stringify } from 'yaml';
import { contractName, contractNames, editionContracts, readContract } from '../contract/contract.ts';
import { editionChoices, joinedName } from '../contract/edition-choice.ts';
import type { OpenApiDocument } from '../contract/openapi-document.ts';
import { vendorNames } from '../spec/vendors.ts';
import { applyOverlay } from './apply-overlay.ts';
import { contractTypes } from './contract-types.ts';
import { joinVendors } from './join-vendors.ts';
import { lintPlugin } from './lint-plugin.ts';
import { vendorModules } from './vendor-modules.ts';
import { missingPlaces } from './vendor-places.ts';

const banner = 'Generated, do not edit: npm run generate';
const root = new URL('../', import.meta.url);

/** The text of each generated file, by its path from the root of the project. */
export type Files = ReadonlyMap<string, string>;

/** Makes everything that is generated, in memory. */
export async function generate(): Promise<Files> {
  return new Map([...(await generateFromContracts()), ...(await generateFromCode())]);
}

/** What is made from `spec/`: types, documents, and the modules that list the vendors. The code needs all of it. */
async function generateFromContracts(): Promise<Files> {
  const files = new Map<string, string>();
  const documents = new Map<string, OpenApiDocument>();
  for (const name of contractNames) {
    const document: OpenApiDocument = parse(await readFile(fileOf(name), 'utf8'));
    documents.set(name, document);
    files.set(`generated/${name}.ts`, `// ${banner}\n${await contractTypes(fileOf(name))}`);
  }
  for (const { vendor, name } of editionContracts) {
    const document = await applyOverlay(fileOf(vendor), fileOf(`${name}.overlay`));
    const text = yamlOf(document);
    documents.set(name, document);
    files.set(`generated/${name}.yaml`, text);
    files.set(`generated/${name}.ts`, `// ${banner}\n${await contractTypes(text)}`);
  }
  for (const [name, document] of documents) {
    // The document as JSON, which a program reads fifty times as fast as YAML.
    files.set(`generated/${name}.json`, `${JSON.stringify(document)}\n`);
  }
  for (const choice of editionChoices) {
    const chosen = vendorNames.flatMap((vendor) => documents.get(contractName(vendor, choice[vendor])) ?? []);
    files.set(`generated/${joinedName(choice)}.yaml`, yamlOf(joinVendors(chosen)));
  }
  return new Map([...files, ...vendorModules(documents)]);
}

/** What is made from the code: the lint rules, the schema of a configuration, and the tables of the guides. */
async function generateFromCode(): Promise<Files> {
  // These import modules that are generated before them.
  const { configSchema } = await import('../verify/config/config-schema.ts');
  const { filesWithTables, withTables } = await import('./code-tables.ts');
  const schema = configSchema(vendorNames.map((vendor) => readContract(vendor)));
  return new Map([
    ['generated/lint-rules.js', `// ${banner}\n${await lintPlugin()}`],
    ['generated/verify-config.schema.json', `${JSON.stringify(schema, null, 2)}\n`],
    ...(await Promise.all(
      filesWithTables.map(async (file) => {
        const text = await readFile(new URL(file, root), 'utf8');
        return [file, withTables(file, text)] as const;
      }),
    )),
  ]);
}

function fileOf(name: string): URL {
  return new URL(`spec/${name}.yaml`, root);
}

function yamlOf(document: object): string {
  // YAML 1.1 readers parse an unquoted timestamp as a date. With this schema every such string is quoted.
  const text = stringify(document, {
    schema: 'yaml-1.1',
    aliasDuplicateObjects: false,
    lineWidth: 0,
  });
  return `# ${banner}\n${text}`;
}

/** The text of a file; null if it does not exist. */
async function textOf(file: URL): Promise<string | null> {
  return existsSync(file) ? await readFile(file, 'utf8') : null;
}

/** Writes what has changed. With `--check` it writes nothing, and ends with 1 if a file is not up to date. */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
  const missing = missingPlaces();
  if (missing.length > 0) {
    process.stderr.write(`${missing.join('\n')}\n`);
    return 2;
  }
  for (const make of [generateFromContracts, generateFromCode]) {
    const stale: string[] = [];
    for (const [path, text] of await make()) {
      const file = new URL(path, root);
      if ((await textOf(file)) === text) continue;
      // A program that watches the folder sees no change if there is none.
      if (values.check) stale.push(path);
      else await writeFile(file, text);
    }
    if (stale.length > 0) {
      process.stderr.write(`Not up to date: ${stale.join(', ')}. Run npm run generate.\n`);
      return 1;
    }
  }
  return 0;
}

if (import.meta.main) process.exitCode = await main();
