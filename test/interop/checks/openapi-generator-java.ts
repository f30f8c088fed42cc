import type { InteropCheck } from '../kit/interop-check.ts';
import { openapiGenerator, openapiGeneratorVersion } from '../kit/openapi-generator.ts';
import { runProgram } from '../kit/workshop.ts';

/** A client in Java, with the HTTP client of the JDK. */
export const openapiGeneratorJava: InteropCheck = {
  title: `openapi-generator ${openapiGeneratorVersion} (Java)`,
  needs: ['java', 'maven'],
  async prepare({ cache }) {
    const generate = await openapiGenerator(cache, 'java');
    return async (contract) => {
      const cwd = await generate(contract, { library: 'native' });
      await runProgram('mvn', ['-q', '-B', '-Dmaven.test.skip=true', 'compile'], { cwd });
      return 'the client compiles';
    };
  },
};
