import { vendorNames } from '../../spec/vendors.ts';
import type { ExampleCall } from './example-calls.ts';
import { type PreparedServer, prepareJunctionCall } from './prepare-junction-call.ts';
import { ask } from './raw-http.ts';
import { credentialsFor, listPath, noConnections, unknown, validKey } from './vendor-calls.ts';

/** Does what a call presupposes. Resolves to the headers with its credentials. */
export async function prepareCall(
  server: PreparedServer,
  contractName: string,
  call: Pick<ExampleCall, 'operation' | 'name'>,
): Promise<Record<string, string>> {
  const vendor = vendorNames.find((name) => name === contractName);
  if (vendor === undefined) {
    const { url, sandboxToken } = server;
    if (call.operation.id === 'listSandboxRequests') {
      for (const user of [unknown, noConnections, noConnections])
        await ask(url, { path: listPath('junction', user), headers: validKey('junction') });
    }
    return sandboxToken === undefined ? {} : { Authorization: `Bearer ${sandboxToken}` };
  }
  const credentials = credentialsFor(vendor, call.operation);
  return vendor === 'junction'
    ? { ...credentials, ...(await prepareJunctionCall(server, call)) }
    : credentials;
}
