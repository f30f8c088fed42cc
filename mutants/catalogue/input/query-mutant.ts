import { type Answer, jsonAnswer } from '../../proxy/answer.ts';
import type { Mutant, MutantHead } from '../../proxy/mutant.ts';

/** A mutant of the query of Mielto, the only vendor with query parameters. */
export function queryMutant({
  check,
  begin,
  ...head
}: MutantHead & {
  readonly check: string;
  readonly begin: Mutant['begin'];
}): Mutant {
  return { ...head, vendors: ['mielto'], caughtBy: [`input.${check}`], begin };
}

/** A refusal in Mielto's format. */
export function refusal(name: string, message: string): Answer {
  const detail = [{ loc: ['query', name], msg: message, type: 'value_error' }];
  return jsonAnswer(422, { detail });
}
