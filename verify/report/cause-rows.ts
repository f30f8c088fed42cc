import type { Cause } from '../results/cause.ts';
import type { Row } from './finding-rows.ts';
import { printable } from './printable.ts';

/** What to do about a cause, and how to repeat its first request. */
export function causeRows({ advice, curl }: Cause): readonly Row[] {
  return [
    ['fix', printable(advice)],
    ['repeat', printable(curl, 10_000)],
  ];
}
