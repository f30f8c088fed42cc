import type { VerifyOptions } from '../run/verify-options.ts';
import { type ValueType, words } from './value-types.ts';

/** Ids of operations, or the word `all`. */
export const operationChoice: ValueType<NonNullable<VerifyOptions['operations']>> = {
  read(text, before = []) {
    const ids = words.read(text, before === 'all' ? [] : before);
    return before === 'all' || ids.includes('all') ? 'all' : ids;
  },
  schema: { if: { const: 'all' }, else: words.schema },
};
