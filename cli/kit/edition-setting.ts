import { withEdition } from '../../contract/edition-choice.ts';
import type { EditionChoice } from '../../spec/vendors.ts';

import type { SettingTable } from '../../verify/config/setting.ts';

/** The setting of a command that chooses editions, one per API. */
export const editionSetting = {
  edition: {
    flag: '--edition <name...>',
    type: { read: (text: string, before: EditionChoice = {}) => withEdition(before, text) },
    help: 'edition of an API, as api=edition; repeat it for several APIs',
    defaultText: "the contracts of the vendors' pages",
  },
} as const satisfies SettingTable;
