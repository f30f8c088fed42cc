import { accessFaults } from './access-faults.ts';
import { correctHabits, type Habits, startForeignServer } from './correct-server.ts';
import { listFaults } from './list-faults.ts';
import { textFaults } from './text-faults.ts';

/** Mistakes that developers make, each one step of the correct server done in another way. */
export const faults = { ...accessFaults, ...listFaults, ...textFaults } as const;
export type Fault = keyof typeof faults;

/** The correct server with one mistake in it, or none. */
export function startCarelessServer({ fault }: { readonly fault: Fault | null }) {
  const changed: Partial<Habits> = fault === null ? {} : faults[fault]();
  return startForeignServer({ ...correctHabits, ...changed });
}
