// Loaded before Prism into its process. It ensures that no request stops or blocks the mock, or shows a stack trace.
import { guardGenerator } from './mock-guard/guard-generator.ts';
import { guardRequests } from './mock-guard/guard-requests.ts';
import { testedPrism } from './mock-guard/tested-prism.ts';

const [, prism = ''] = process.argv;
try {
  guardGenerator(prism);
} catch {
  const { name, version } = testedPrism;
  process.stderr.write(
    `connections-contract: Cannot start the mock: this version of Prism is not supported. Run npm install --save-dev ${name}@${version}.\n`,
  );
  process.exit(2);
}
guardRequests();
