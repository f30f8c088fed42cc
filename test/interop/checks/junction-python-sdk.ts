import { join } from 'node:path';
import { vendorEntry } from '../../../spec/vendors.ts';
import type { InteropCheck } from '../kit/interop-check.ts';
import { pythonEnvironment } from '../kit/python-environment.ts';

const version = '2.0.0';
const program = join(import.meta.dirname, '../programs/drive_junction_sdk.py');

/** The SDK that Junction's vendor publishes for Python. */
export const junctionPythonSdk: InteropCheck = {
  title: `junction-api-sdk ${version}`,
  contracts: ['junction'],
  needs: ['python'],
  async prepare({ cache, baseUrl }) {
    const packages = [`junction-api-sdk==${version}`];
    const environment = await pythonEnvironment({ cache, name: 'junction-python-sdk', packages });
    return async () => {
      const input = JSON.stringify({ baseUrl, key: vendorEntry('junction').key.samples.first });
      await environment.run('python', [program], { input });
      return 'the SDK drives the whole life of a connection';
    };
  },
};
