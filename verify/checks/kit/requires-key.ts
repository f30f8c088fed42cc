import type { Operation } from '../../../contract/operation.ts';

/** Whether an operation refuses requests without a key. An optional key gives no more access than none. */
export function requiresKey({ security }: Operation): boolean {
  return security.length > 0 && !security.includes(null);
}
