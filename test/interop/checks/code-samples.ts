import { createGoModule } from '../kit/go-module.ts';
import type { InteropCheck } from '../kit/interop-check.ts';
import { pythonEnvironment } from '../kit/python-environment.ts';
import { runCodeSamples } from '../kit/run-code-samples.ts';
import { emptyFolder, runProgram } from '../kit/workshop.ts';

const requests = 'requests==2.32.5';

/** The code samples of the references in Python. */
export const pythonSamples: InteropCheck = {
  title: `code samples in Python, ${requests}`,
  needs: ['python'],
  async prepare({ cache }) {
    const environment = await pythonEnvironment({ cache, name: 'code-samples', packages: [requests] });
    const folder = emptyFolder(cache, 'code-samples-python');
    const run = (file: string) => environment.run('python', [file]);
    return (contract) => runCodeSamples({ contract, language: 'python', folder, run });
  },
};

/** The code samples of the references in Go. They need only Go. */
export const goSamples: InteropCheck = {
  title: 'code samples in Go',
  needs: ['go'],
  async prepare({ cache }) {
    const module = createGoModule({ cache, name: 'code-samples-go', requires: [] });
    const run = (file: string) => module.go('run', file);
    return (contract) => runCodeSamples({ contract, language: 'go', folder: module.folder, run });
  },
};

/** The code samples of the references in Java. They need only Java. */
export const javaSamples: InteropCheck = {
  title: 'code samples in Java',
  needs: ['java'],
  async prepare({ cache }) {
    const folder = emptyFolder(cache, 'code-samples-java');
    const run = (file: string) => runProgram('java', [file]);
    return (contract) => runCodeSamples({ contract, language: 'java', folder, run });
  },
};
