import { isDeepStrictEqual } from 'node:util';
import type { Answer } from '../../mutants/proxy/answer.ts';
import type { Mutant } from '../../mutants/proxy/mutant.ts';

/** A mutant that counts the answers that it changes. */
export interface ChangingMutant {
  readonly mutant: Mutant;
  /** How many answers differ from those of the unmutated server, so far. */
  changes(): number;
}

/** Headers that differ between two answers to the same request. */
const unstable: readonly string[] = ['date', 'x-request-id'];

/** The same mutant for one operation. It also asks the unmutated server, to compare the answers. */
export function changingMutant(mutant: Mutant, operationId: string): ChangingMutant {
  let changes = 0;
  const begin: Mutant['begin'] = () => {
    const behave = mutant.begin();
    return async (call, ask) => {
      const usual = await ask(call);
      const answer = await behave(call, ask);
      if (!isDeepStrictEqual(stableParts(usual), stableParts(answer))) changes += 1;
      return answer;
    };
  };
  return { mutant: { ...mutant, operations: [operationId], begin }, changes: () => changes };
}

function stableParts({ status, headers, body, delivery }: Answer) {
  const stable = headers.filter(([name]) => !unstable.includes(name.toLowerCase()));
  return [status, delivery, body, stable];
}
