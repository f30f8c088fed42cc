import { setTimeout as wait } from 'node:timers/promises';

/** Waits, but no longer than until the signal. Returns false if it was given. */
export async function waitUnless(signal: AbortSignal, milliseconds: number): Promise<boolean> {
  try {
    await wait(milliseconds, undefined, { signal });
  } catch {
    // The signal is the only reason.
  }
  return !signal.aborted;
}

/** Acts at each time, in seconds from `start` on the clock of `performance.now()`, until the signal. */
export async function actAt(options: {
  readonly times: readonly number[];
  readonly start: number;
  readonly signal: AbortSignal;
  readonly act: () => Promise<void>;
}): Promise<void> {
  const { times, start, signal, act } = options;
  for (const time of times) {
    const left = start + time * 1000 - performance.now();
    if (!(await waitUnless(signal, Math.max(left, 0)))) return;
    await act();
  }
}
