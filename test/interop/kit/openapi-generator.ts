import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { contractFile } from './contract-file.ts';
import { emptyFolder, runProgram } from './workshop.ts';

export const openapiGeneratorVersion = '7.25.0';
const artifact = `org.openapitools:openapi-generator-cli:${openapiGeneratorVersion}`;
const copyPlugin = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy';

/** What generates the code of a contract, and returns its folder. */
export type GenerateCode = (
  contract: string,
  properties?: Readonly<Record<string, string>>,
) => Promise<string>;

/** Downloads OpenAPI Generator with Maven, once, and returns what generates code with one of its generators. */
export async function openapiGenerator(
  cache: string,
  generator: 'java' | 'go' | 'python',
): Promise<GenerateCode> {
  const jar = join(cache, `openapi-generator-cli-${openapiGeneratorVersion}.jar`);
  if (!existsSync(jar)) {
    await runProgram('mvn', ['-q', '-B', copyPlugin, `-Dartifact=${artifact}`, `-DoutputDirectory=${cache}`]);
  }
  return async (contract, properties = {}) => {
    const folder = emptyFolder(cache, `openapi-generator-${generator}`, contract);
    const more = Object.entries(properties).map(([name, value]) => `${name}=${value}`);
    const output = ['-o', folder, ...(more.length === 0 ? [] : ['-p', more.join()])];
    // It validates the contract first, and ends with 1 if that has a fault.
    await runProgram('java', [
      '-jar',
      jar,
      'generate',
      '-g',
      generator,
      '-i',
      contractFile(contract),
      ...output,
    ]);
    return folder;
  };
}
