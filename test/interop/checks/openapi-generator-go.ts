import type { InteropCheck } from '../kit/interop-check.ts';
import { openapiGenerator, openapiGeneratorVersion } from '../kit/openapi-generator.ts';
import { runProgram } from '../kit/workshop.ts';

/** A client in Go. */
export const openapiGeneratorGo: InteropCheck = {
  title: `openapi-generator ${openapiGeneratorVersion} (Go)`,
  needs: ['java', 'maven', 'go'],
  async prepare({ cache }) {
    const generate = await openapiGenerator(cache, 'go');
    return async (contract) => {
      const cwd = await generate(contract);
      // Its tests have packages of their own, which are not what is checked.
      await runProgram('go', ['vet', '.'], { cwd, env: { GOFLAGS: '-mod=mod', GOWORK: 'off' } });
      return 'the client compiles';
    };
  },
};
