import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CodeSample, codeSamples } from '../../../build/docs/code-samples.ts';
import { operationOf, readContract } from '../../../contract/contract.ts';
import { startServer } from '../../../server/start-server.ts';
import { exampleCalls } from '../../support/example-calls.ts';
import { prepareCall } from '../../support/prepare-call.ts';
import { recordStatuses } from '../../support/record-statuses.ts';

/** The languages whose samples need a program that is not always installed, and the files of their programs. */
const files = { python: 'sample.py', go: 'sample.go', java: 'Sample.java' };

/**
 * Runs the code samples of a contract in one language, each against a server that has just been reset. Resolves with what
 * was done. Rejects with the first sample whose program fails, or whose request is not answered with a success.
 */
export async function runCodeSamples(options: {
  readonly contract: string;
  readonly language: keyof typeof files;
  /** Where the programs are written. */
  readonly folder: string;
  /** Runs the program in a file. Rejects if it fails. */
  readonly run: (file: string) => Promise<unknown>;
}): Promise<string> {
  const { contract, language, folder, run } = options;
  const file = join(folder, files[language]);
  const samples = await codeSamples(readContract(contract));
  const server = await startServer();
  const recorded = recordStatuses(Number(new URL(server.url).port));
  try {
    for (const [id, own] of samples) {
      const { source } = sampleIn(own, language);
      await fetch(`${server.url}/sandbox/reset`, { method: 'POST' });
      const [call] = exampleCalls(operationOf(readContract(contract), id));
      const headers = call === undefined ? {} : await prepareCall(server, contract, call);
      recorded.take();
      const program = source
        .replaceAll('http://127.0.0.1:4010', server.url)
        .replaceAll('LINK_TOKEN', headers['x-vital-link-token'] ?? 'LINK_TOKEN');
      writeFileSync(file, language === 'java' ? javaProgram(program) : program);
      await run(file);
      const answers = recorded.take();
      if (answers.length !== 1 || !/ 2\d\d$/.test(answers[0] ?? '')) {
        throw new Error(`The ${language} sample of ${id} does not succeed: ${answers.join(', ')}`);
      }
    }
  } finally {
    recorded.stop();
    await server.close();
  }
  return 'each sample runs, and its request succeeds';
}

function sampleIn(samples: readonly CodeSample[], language: CodeSample['language']): CodeSample {
  const found = samples.find((sample) => sample.language === language);
  if (found === undefined) throw new Error(`There is no sample in ${language}.`);
  return found;
}

/** The samples in Java are statements, as Java code in documentation is. */
function javaProgram(statements: string): string {
  return `import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

public class Sample {
  public static void main(String[] args) throws Exception {
    ${statements.trim().replaceAll('\n', '\n    ')}
  }
}
`;
}
