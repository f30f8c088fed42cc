import { join } from 'node:path';
import { answerSchemaOf, contractFile, packageName } from '../kit/contract-file.ts';
import type { InteropCheck } from '../kit/interop-check.ts';
import { pythonEnvironment } from '../kit/python-environment.ts';
import { expectSameJson } from '../kit/same-json.ts';
import { emptyFolder } from '../kit/workshop.ts';

const version = '0.89.0';
const program = join(import.meta.dirname, '../programs/validate_with_pydantic.py');

/** Models of pydantic in Python. */
export const datamodelCodeGenerator: InteropCheck = {
  title: `datamodel-code-generator ${version}`,
  needs: ['python'],
  async prepare({ cache, listCall }) {
    const packages = [`datamodel-code-generator==${version}`, 'pydantic==2.14.4'];
    const environment = await pythonEnvironment({ cache, name: 'datamodel-code-generator', packages });
    const folder = emptyFolder(cache, 'datamodel-code-generator');
    return async (contract) => {
      const name = packageName(contract);
      await environment.run('datamodel-codegen', [
        ...['--input', contractFile(contract), '--input-file-type', 'openapi'],
        ...['--output', join(folder, `${name}.py`), '--output-model-type', 'pydantic_v2.BaseModel'],
      ]);
      const { operation, answer } = listCall(contract);
      const request = JSON.stringify({ module: name, model: answerSchemaOf(contract, operation), answer });
      const returned = await environment.run('python', [program], { cwd: folder, input: request });
      expectSameJson(JSON.parse(returned), answer);
      return 'the models can be imported, and take what the sandbox sends';
    };
  },
};
