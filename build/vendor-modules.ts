import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { contractName, contractOf, editionContracts, operationOf } from '../contract/contract.ts';
import type { OpenApiDocument } from '../contract/openapi-document.ts';
import { editionsOf, keyHeader, type Vendor, vendorEntry, vendorNames, vendors } from '../spec/vendors.ts';

const banner = '// Generated, do not edit: npm run generate';

/** The modules that only list the parts of each vendor, by their paths. Their imports are static, and so typed. */
export function vendorModules(documents: ReadonlyMap<string, OpenApiDocument>): ReadonlyMap<string, string> {
  const modules = new Map([
    [
      'server/vendors/vendor-apis.ts',
      registry({
        type: 'VendorApi',
        from: 'vendor-api',
        name: 'vendorApis',
        summary: "The parts of each vendor's API that differ.",
      }),
    ],
    ['server/vendors/edition-apis.ts', editionApis()],
    [
      'verify/vendors/vendor-rules-of.ts',
      registry({
        type: 'VendorRules',
        from: 'vendor-rules',
        name: 'vendorRulesOf',
        summary: 'What the contract of each vendor does not say.',
      }),
    ],
  ]);
  for (const vendor of vendorNames) {
    for (const edition of [undefined, ...editionsOf(vendor)]) {
      const name = contractName(vendor, edition);
      const document = documents.get(name);
      if (document !== undefined) modules.set(`client/${name}.ts`, client({ vendor, edition, document }));
    }
  }
  return new Map([...modules].map(([path, text]) => [path, formatted(path, text)]));
}

interface Registry {
  readonly type: string;
  /** The module in the same folder that exports the type. */
  readonly from: string;
  readonly name: string;
  readonly summary: string;
}

function registry({ type, from, name, summary }: Registry): string {
  const imports = [
    ...vendors.map(
      ({ vendor }) => [vendor, `import { ${camelCase(vendor)} } from './${vendor}.ts';`] as const,
    ),
    [from, `import type { ${type} } from './${from}.ts';`] as const,
  ].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const entries = vendors.map(({ vendor }) => {
    const own = camelCase(vendor);
    return own === vendor ? `${own},` : `'${vendor}': ${own},`;
  });
  return `${banner}
import type { Vendor } from '../../spec/vendors.ts';
${imports.map(([, line]) => line).join('\n')}

/** ${summary} */
export const ${name}: Readonly<Record<Vendor, ${type}>> = {
${entries.join('\n')}
};
`;
}

/** The editions whose answers have code of their own: `server/vendors/<vendor>-<edition>.ts`. */
function editionApis(): string {
  const own = editionContracts
    .map(({ vendor, edition }) => ({ vendor, edition, module: `${vendor}-${edition}` }))
    .filter(({ module }) => existsSync(new URL(`../server/vendors/${module}.ts`, import.meta.url)));
  const imports = own.map(({ module }) => `import { ${camelCase(module)} } from './${module}.ts';`);
  const entries = [...Map.groupBy(own, ({ vendor }) => vendor)].map(([vendor, editions]) => {
    const values = editions.map(({ edition, module }) => `'${edition}': ${camelCase(module)}`);
    return `'${vendor}': { ${values.join(', ')} },`;
  });
  return `${banner}
import type { Vendor } from '../../spec/vendors.ts';
${imports.join('\n')}
import type { VendorApi } from './vendor-api.ts';

/** The parts of an API that differ in an edition, by vendor and edition. An edition without them answers like its base. */
export const editionApis: Readonly<Partial<Record<Vendor, Readonly<Record<string, VendorApi>>>>> = {
${entries.join('\n')}
};
`;
}

function client({
  vendor,
  edition,
  document,
}: {
  readonly vendor: Vendor;
  readonly edition: string | undefined;
  readonly document: OpenApiDocument;
}): string {
  const entry = vendorEntry(vendor, edition);
  const { title, key, list } = entry;
  const name = contractName(vendor, edition);
  const pascal = camelCase(`-${vendor}`);
  const [header] = keyHeader(entry, '');
  const shown = key.scheme === '' ? 'key' : `\`${key.scheme} \${key}\``;
  const { path } = operationOf(contractOf(name, document), list.operationId);
  const schemas = Object.keys(document.components.schemas ?? {});
  return `${banner}
import createClient, { type Client } from 'openapi-fetch';
import type { components, paths } from '../generated/${name}.ts';
import { type ClientOptions, currentTransport } from './client-options.ts';

export type { components, operations, paths } from '../generated/${name}.ts';
export type { ClientOptions };

export type ${pascal}Client = Client<paths>;
${schemas.map((schema) => `export type ${schema} = components['schemas']['${schema}'];`).join('\n')}

/**
 * Makes a client of the API of ${title}, in which paths, parameters, answers and error bodies are typed by the
 * contract.
 *
 * @example
 * const client = create${pascal}Client({ baseUrl: 'http://127.0.0.1:4010', key: '${key.samples.first}' });
 * const { data, error, response } = await client.GET('${path}', {
 *   params: { path: { user_id: '550e8400-e29b-41d4-a716-446655440000' } },
 * });
 */
export function create${pascal}Client({ baseUrl, key, ...rest }: ClientOptions): ${pascal}Client {
  return createClient<paths>({ ...rest, ...currentTransport(rest), baseUrl, headers: { '${header}': ${shown} } });
}
`;
}

/** `open-wearables` as `openWearables`. */
function camelCase(name: string): string {
  return name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** The text as the formatter of this project writes it, so that generated and written files look the same. */
function formatted(path: string, text: string): string {
  const biome = fileURLToPath(import.meta.resolve('@biomejs/biome/bin/biome'));
  const root = fileURLToPath(new URL('..', import.meta.url));
  // Works in a copy without an ignore file too.
  const args = [biome, 'format', '--vcs-enabled=false', `--stdin-file-path=${path}`];
  return execFileSync(process.execPath, args, { cwd: root, input: text, encoding: 'utf8' });
}
