import { join } from 'node:path';
import { contractFile, packageName } from '../kit/contract-file.ts';
import type { InteropCheck } from '../kit/interop-check.ts';
import { pythonEnvironment } from '../kit/python-environment.ts';
import { expectSameJson } from '../kit/same-json.ts';
import { emptyFolder } from '../kit/workshop.ts';

const version = '0.29.1';
const program = join(import.meta.dirname, '../programs/ask_openapi_python_client.py');

/** A client in Python. */
export const openapiPythonClient: InteropCheck = {
  title: `openapi-python-client ${version}`,
  needs: ['python'],
  async prepare({ cache, baseUrl, listCall }) {
    const packages = [`openapi-python-client==${version}`];
    const environment = await pythonEnvironment({ cache, name: 'openapi-python-client', packages });
    const folder = emptyFolder(cache, 'openapi-python-client');
    return async (contract) => {
      const name = packageName(contract);
      const output = ['--output-path', join(folder, name), '--meta', 'none'];
      // With a warning it leaves out the operation that it is about.
      await environment.run('openapi-python-client', [
        ...['generate', '--path', contractFile(contract), '--fail-on-warning', ...output],
      ]);
      await environment.run('python', ['-m', 'compileall', '-q', join(folder, name)]);
      const { operation, path, headers, answer } = listCall(contract);
      const request = JSON.stringify({ baseUrl, package: name, operation: operation.id, path, headers });
      const returned = await environment.run('python', [program], { cwd: folder, input: request });
      expectSameJson(JSON.parse(returned), answer);
      return 'every module can be imported, and the client returns what the sandbox sends';
    };
  },
};
