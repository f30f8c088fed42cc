import { accessFaults } from './access-faults.ts';
import { correctSteps, type Steps, startForeignServer } from './correct-server.ts';
import { listFaults } from './list-faults.ts';
import { textFaults } from './text-faults.ts';

/** Common faults. Each replaces one or more steps of the correct server. */
export const faults = { ...accessFaults, ...listFaults, ...textFaults } as const;
export type Fault = keyof typeof faults;

/** Starts the correct server with one fault, or none. */
export function startFaultyServer({ fault }: { readonly fault: Fault | null }) {
  const changed: Partial<Steps> = fault === null ? {} : faults[fault]();
  return startForeignServer({ ...correctSteps, ...changed });
}
