import { methods, type OpenApiDocument, type PathItem } from '../contract/openapi-document.ts';
import { vendors } from '../spec/vendors.ts';

/**
 * Joins the vendors' documents into one, so that one mock can serve all of them. Each operation keeps the security of its
 * own document. Throws if two documents use the same name, because the join would lose one of them.
 */
export function joinVendors(documents: readonly OpenApiDocument[]): object {
  const paths = new Map<string, unknown>();
  const components = new Map<string, Map<string, unknown>>();
  const tags: unknown[] = [];
  for (const document of documents) {
    tags.push(...(document.tags ?? []));
    for (const [path, operations] of Object.entries(document.paths)) {
      put(paths, path, withSecurity(operations, document.security), 'path');
    }
    for (const [section, entries] of Object.entries(document.components)) {
      const merged = components.get(section) ?? new Map<string, unknown>();
      components.set(section, merged);
      for (const [name, component] of Object.entries(entries)) {
        put(merged, name, component, `component in ${section}`);
      }
    }
  }
  const titles = vendors.map(({ title }) => title).join(', ');
  return {
    openapi: '3.1.0',
    info: {
      title: 'User connections',
      version: '1.0.0',
      license: { name: 'MIT', identifier: 'MIT' },
      description: `The contracts of ${titles} in one document, for a mock. Unofficial; see each contract.`,
    },
    tags,
    paths: Object.fromEntries(paths),
    components: Object.fromEntries(
      [...components].map(([name, entries]) => [name, Object.fromEntries(entries)]),
    ),
  };
}

/** Writes the document's security into each operation that has none of its own. */
function withSecurity(item: PathItem, security: OpenApiDocument['security']): object {
  const operations = methods.flatMap((method) => {
    const operation = item[method];
    return operation === undefined ? [] : [[method, { security, ...operation }] as const];
  });
  return { ...item, ...Object.fromEntries(operations) };
}

function put(target: Map<string, unknown>, name: string, value: unknown, kind: string): void {
  if (target.has(name)) {
    throw new Error(`Failed to join the contracts: two of them have a ${kind} named ${name}. Rename one.`);
  }
  target.set(name, value);
}
