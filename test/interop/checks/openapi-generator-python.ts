import { join } from 'node:path';
import { packageName } from '../kit/contract-file.ts';
import type { InteropCheck } from '../kit/interop-check.ts';
import { openapiGenerator, openapiGeneratorVersion } from '../kit/openapi-generator.ts';
import { pythonEnvironment } from '../kit/python-environment.ts';
import { expectSameJson } from '../kit/same-json.ts';

/** What the generated packages require. */
const packages = [
  'urllib3==2.8.0',
  'python-dateutil==4.0.0',
  'pydantic==2.14.4',
  'typing-extensions==4.16.0',
];
const program = join(import.meta.dirname, '../programs/ask_openapi_generator.py');

/** A client in Python. */
export const openapiGeneratorPython: InteropCheck = {
  title: `openapi-generator ${openapiGeneratorVersion} (Python)`,
  needs: ['java', 'maven', 'python'],
  async prepare({ cache, baseUrl, listCall }) {
    const environment = await pythonEnvironment({ cache, name: 'openapi-generator-python', packages });
    const generate = await openapiGenerator(cache, 'python');
    return async (contract) => {
      const name = packageName(contract);
      const cwd = await generate(contract, { packageName: name });
      await environment.run('python', ['-m', 'compileall', '-q', name], { cwd });
      const { operation, path, headers, answer } = listCall(contract);
      const request = JSON.stringify({ baseUrl, package: name, operation: operation.id, path, headers });
      expectSameJson(JSON.parse(await environment.run('python', [program], { cwd, input: request })), answer);
      return 'every module can be imported, and the client returns what the sandbox sends';
    };
  },
};
