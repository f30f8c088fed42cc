import type { VendorEntry } from '../../spec/vendor-entry.ts';
import { otherCredentials } from './other-credentials.ts';
import type { SampleRequest } from './sample-request.ts';
import { typescriptLiteral } from './typescript-literal.ts';

/** A request to a vendor's API, with the typed client of that vendor. */
export function clientSample(
  entry: VendorEntry,
  request: SampleRequest,
  { origin, module }: { readonly origin: string; readonly module: string },
): string {
  const { operation, body, ...places } = request;
  const create = `create${pascalCase(entry.vendor)}Client`;
  const params = Object.fromEntries(
    Object.entries(places).filter(([, values]) => Object.keys(values).length > 0),
  );
  const tokens = otherCredentials(entry, operation).map(({ name, value }) => [name, value]);
  const init = {
    ...(Object.keys(params).length > 0 && { params }),
    ...(body !== undefined && { body }),
    ...(tokens.length > 0 && { headers: Object.fromEntries(tokens) }),
  };
  const args = Object.keys(init).length > 0 ? `, ${typescriptLiteral(init, '', 60)}` : '';
  const options = typescriptLiteral({ baseUrl: origin, key: entry.key.samples.first });
  return `import { ${create} } from 'connections-contract/client/${module}';

const client = ${create}(${options});
const { data, error } = await client.${operation.method.toUpperCase()}('${operation.path}'${args});
console.log(data ?? error);
`;
}

/** A request to the sandbox API, which is for tests and needs no key. */
export function fetchSample(request: SampleRequest, origin: string): string {
  const { operation, body } = request;
  const init = [
    ...(operation.method === 'get' ? [] : [`method: '${operation.method.toUpperCase()}'`]),
    ...(body === undefined
      ? []
      : [
          "headers: { 'Content-Type': 'application/json' }",
          `body: JSON.stringify(${typescriptLiteral(body, '  ')})`,
        ]),
  ];
  const options = init.length < 2 ? `{ ${init} }` : `{\n${init.map((line) => `  ${line},\n`).join('')}}`;
  const args = init.length === 0 ? '' : `, ${options}`;
  const hasBody = [...operation.responses.values()].some(
    ({ status, content }) => status < 300 && content.size > 0,
  );
  return `const url = '${origin}${pathOf(request)}';
const response = await fetch(url${args});
console.log(response.status${hasBody ? ', await response.json()' : ''});
`;
}

/** The path of the request with its query. */
function pathOf({ operation, path, query }: SampleRequest): string {
  const filled = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(path[name])),
  );
  const search = new URLSearchParams(
    Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]),
  );
  return search.size > 0 ? `${filled}?${search}` : filled;
}

/** `open-wearables` as `OpenWearables`. */
function pascalCase(name: string): string {
  return name.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}
