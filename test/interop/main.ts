import { join } from 'node:path';
import { contractNames } from '../../contract/contract.ts';
import { startServer } from '../../server/start-server.ts';
import { scenarioUsers } from '../../spec/scenarios.ts';
import { vendors } from '../../spec/vendors.ts';
import { root } from '../support/run-cli.ts';
import { sampleCalls } from '../support/sample-calls.ts';
import { interopChecks } from './interop-checks.ts';
import { missingProgram } from './kit/installed-programs.ts';
import type { InteropOutcome } from './kit/interop-check.ts';
import { exitCodeOf, lineOf, runChecks } from './run-checks.ts';

/**
 * `npm run interop`: runs code generators of other languages on each contract, compiles their output, and asks a
 * sandbox with it. Words narrow it down to the tools and contracts that they name. The tools are downloaded by their own
 * package managers.
 */
const words = process.argv.slice(2);
const contracts = contractNames.filter((name) => words.includes(name));
const tools = words.filter((word) => !contractNames.includes(word));
const checks = interopChecks.filter(
  ({ title }) => tools.length === 0 || tools.some((word) => title.toLowerCase().includes(word.toLowerCase())),
);

if (checks.length === 0) {
  throw new Error(
    `No tool is named like ${tools.join(' or ')}. Tools: ${interopChecks.map(({ title }) => title).join(', ')}.`,
  );
}

/** The user whose connections have scopes, an error and settings. */
const { userId } = scenarioUsers[0];

const server = await startServer();
try {
  const calls = await sampleCalls(server);
  const outcomes: InteropOutcome[] = [];
  const workshop = {
    cache: join(root, 'node_modules', '.cache', 'interop'),
    baseUrl: server.url,
    listCall(contract: string) {
      const entry = vendors.find(({ vendor }) => vendor === contract);
      const id = entry?.list.operationId ?? 'listSandboxConnections';
      const call = calls.find(({ operation, path }) => operation.id === id && path.user_id === userId);
      if (call === undefined) throw new Error(`The contract ${contract} has no operation ${id}.`);
      return call;
    },
  };
  const missing = missingProgram;
  const named = contracts.length === 0 ? contractNames : contracts;
  for await (const outcome of runChecks({ checks, contracts: named, workshop, missing })) {
    outcomes.push(outcome);
    process.stdout.write(`${lineOf(outcome)}\n`);
  }
  const count = (status: InteropOutcome['status']) =>
    outcomes.filter((outcome) => outcome.status === status).length;
  process.stdout.write(
    `\n${count('passed')} passed, ${count('failed')} failed, ${count('left-out')} left out\n`,
  );
  process.exitCode = exitCodeOf(outcomes);
} finally {
  await server.close();
}
