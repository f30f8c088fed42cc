import { ExplainedError } from '../../contract/explained-error.ts';
import type { VendorEntry } from '../../spec/vendor-entry.ts';
import type { Vendor } from '../../spec/vendors.ts';
import { otherCredentials } from './other-credentials.ts';
import type { SampleRequest } from './sample-request.ts';
import { typescriptLiteral } from './typescript-literal.ts';

/** A vendor's own client, as npm has it. */
interface Sdk {
  readonly label: string;
  /** How it is imported and made. */
  readonly client: (options: { readonly key: string; readonly origin: string }) => string;
  /** Its method for each operation; null if it has none. */
  readonly methods: Readonly<Record<string, string | null>>;
}

const sdks: Readonly<Partial<Record<Vendor, Sdk>>> = {
  junction: {
    label: 'Junction SDK',
    client: ({ key, origin }) => `import { JunctionClient } from '@junction-api/sdk';

const client = new JunctionClient(${typescriptLiteral({ apiKey: key, environment: origin })});`,
    methods: {
      listJunctionProviders: 'user.getConnectedProviders',
      createJunctionUser: 'user.create',
      listJunctionUsers: 'user.getAll',
      getJunctionUser: 'user.get',
      resolveJunctionUser: 'user.getByClientUserId',
      patchJunctionUser: 'user.patch',
      deleteJunctionUser: 'user.delete',
      undoDeleteJunctionUser: 'user.undoDelete',
      refreshJunctionUser: 'user.refresh',
      deregisterJunctionProvider: 'user.deregisterProvider',
      listJunctionProviderCatalogue: 'providers.getAll',
      createJunctionLinkToken: 'link.token',
      createJunctionLinkCode: 'link.codeCreate',
      listJunctionLinkProviders: 'link.getAllProviders',
      startJunctionOauthLink: 'link.generateOauthLink',
      linkJunctionPasswordProvider: 'link.connectPasswordProvider',
      completeJunctionPasswordMfa: 'link.completePasswordProviderMfa',
      linkJunctionEmailProvider: 'link.connectEmailAuthProvider',
      connectJunctionDemo: 'link.connectDemoProvider',
    },
  },
};

/** The request with the vendor's own client, or null if there is none for it. */
export function sdkSample(
  entry: VendorEntry & { readonly vendor: Vendor },
  request: SampleRequest,
  origin: string,
): { readonly label: string; readonly source: string } | null {
  const sdk = sdks[entry.vendor];
  if (sdk === undefined) return null;
  const { operation, path, query, body } = request;
  const method = sdk.methods[operation.id];
  if (method === undefined) {
    throw new ExplainedError(
      `No code sample of ${operation.id} can be made with the ${sdk.label}. Add its method to build/docs/sdk-samples.ts, or null if it has none.`,
    );
  }
  if (method === null) return null;
  // The SDK takes a link token as an argument.
  const tokens = otherCredentials(entry, operation).map(({ name, value }) => [argumentOf(name), value]);
  const values = { ...path, ...query, ...Object(body), ...Object.fromEntries(tokens) };
  const args = Object.entries(values).map(([name, value]) => [camelCase(name), value] as const);
  const source = `${sdk.client({ key: entry.key.samples.first, origin })}
const answer = await client.${method}(${args.length > 0 ? typescriptLiteral(Object.fromEntries(args)) : ''});
console.log(answer);
`;
  return { label: sdk.label, source };
}

/** `x-vital-link-token` as `vital_link_token`. */
function argumentOf(header: string): string {
  return header.replace(/^x-/, '').replaceAll('-', '_');
}

/** `user_id` as `userId`. */
function camelCase(name: string): string {
  return name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
