import type { Program } from './kit/installed-programs.ts';
import type { CheckContract, InteropCheck, InteropOutcome } from './kit/interop-check.ts';
import type { Workshop } from './kit/workshop.ts';

/**
 * Runs each check on each contract that it is about, in this order, and shows each outcome as it is known. A check whose
 * programs are missing is left out, with the reason; one that cannot be prepared fails.
 */
export async function* runChecks(options: {
  readonly checks: readonly InteropCheck[];
  readonly contracts: readonly string[];
  readonly workshop: Workshop;
  /** Why a program cannot be used; null if it can. */
  readonly missing: (program: Program) => string | null;
}): AsyncGenerator<InteropOutcome> {
  const { checks, contracts, workshop, missing } = options;
  for (const { title, contracts: own, needs, prepare } of checks) {
    const named = contracts.filter((contract) => own?.includes(contract) ?? true);
    if (named.length === 0) continue;
    const reason = needs.map(missing).find((found) => found !== null);
    const run = reason === undefined ? await prepared(() => prepare(workshop)) : null;
    for (const contract of named) {
      const head = { title, contract };
      yield run === null
        ? { ...head, status: 'left-out', detail: reason ?? '' }
        : { ...head, ...(await outcomeOf(() => run(contract))) };
    }
  }
}

/** 0 if something ran and all of it passed, 1 otherwise. */
export function exitCodeOf(outcomes: readonly InteropOutcome[]): 0 | 1 {
  const ran = outcomes.filter(({ status }) => status !== 'left-out');
  return ran.length > 0 && ran.every(({ status }) => status === 'passed') ? 0 : 1;
}

/** An outcome as a line; the output of a program that failed follows on lines of its own. */
export function lineOf({ title, contract, status, detail }: InteropOutcome): string {
  const [mark, word] = { passed: ['✓', 'passed'], failed: ['✗', 'failed'], 'left-out': ['–', 'left out'] }[
    status
  ];
  return `${mark} ${title}, ${contract}: ${word}: ${detail}`;
}

/** What fails before the first contract fails each of them. */
async function prepared(prepare: () => Promise<CheckContract>): Promise<CheckContract> {
  try {
    return await prepare();
  } catch (error) {
    return () => Promise.reject(error);
  }
}

async function outcomeOf(run: () => Promise<string>): Promise<Pick<InteropOutcome, 'status' | 'detail'>> {
  try {
    return { status: 'passed', detail: await run() };
  } catch (error) {
    return { status: 'failed', detail: error instanceof Error ? error.message : String(error) };
  }
}
