import { readContract } from '../../../contract/contract.ts';
import { operationMatcher } from '../../../mutants/proxy/match-operation.ts';
import { recordStatuses } from '../../support/record-statuses.ts';

/** The ids of the operations of the contracts that a server is asked for. */
export function recordOperations(url: string): { ids(): ReadonlySet<string>; stop(): void } {
  const match = operationMatcher(readContract);
  const recorded = recordStatuses(Number(new URL(url).port));
  return {
    ids() {
      const found = recorded.take().map((line) => {
        const [method = '', target = ''] = line.split(' ');
        return match(method, target)?.operation.id;
      });
      return new Set(found.filter((id) => id !== undefined));
    },
    stop: recorded.stop,
  };
}
