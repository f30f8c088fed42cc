import type { Violation } from '../../session/check-result.ts';

/**
 * The source and level of the three rules that fail for any server, also if its page does not state them: access without
 * a valid key, data of another user or tenant, and a leaked secret.
 */
export const projectRule = { provenance: 'decided', fails: 'always' } as const satisfies Partial<Violation>;
