import { goSamples, javaSamples, pythonSamples } from './checks/code-samples.ts';
import { datamodelCodeGenerator } from './checks/datamodel-code-generator.ts';
import { junctionPythonSdk } from './checks/junction-python-sdk.ts';
import { oapiCodegen } from './checks/oapi-codegen.ts';
import { ogen } from './checks/ogen.ts';
import { openapiGeneratorGo } from './checks/openapi-generator-go.ts';
import { openapiGeneratorJava } from './checks/openapi-generator-java.ts';
import { openapiGeneratorPython } from './checks/openapi-generator-python.ts';
import { openapiPythonClient } from './checks/openapi-python-client.ts';
import type { InteropCheck } from './kit/interop-check.ts';

/** The one list of checks. */
export const interopChecks: readonly InteropCheck[] = [
  oapiCodegen,
  ogen,
  openapiPythonClient,
  datamodelCodeGenerator,
  openapiGeneratorJava,
  openapiGeneratorGo,
  openapiGeneratorPython,
  pythonSamples,
  goSamples,
  javaSamples,
  junctionPythonSdk,
];
