import type { Violation } from '../session/check-result.ts';

/** Whether a violation fails the run. By default one of the vendor's page does, and with `strict` any. */
export function isFailure({ fails, provenance }: Violation, strict: boolean): boolean {
  if (fails !== undefined) return fails === 'always';
  return strict || provenance === 'page';
}
