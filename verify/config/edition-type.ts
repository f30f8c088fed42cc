import { withEdition } from '../../contract/edition-choice.ts';
import { type EditionChoice, editionsOf } from '../../spec/vendors.ts';
import type { ValueType } from './value-types.ts';

/** Editions: flags name one per API; a configuration has the name of one edition in the section of its API. */
export const editionType: ValueType<EditionChoice | string> = {
  read: (text, before) => withEdition(typeof before === 'object' ? before : {}, text),
  schema: (_statuses, vendor) => {
    const editions = vendor === null ? [] : editionsOf(vendor);
    return editions.length === 0 ? null : { type: 'string', enum: editions };
  },
};
