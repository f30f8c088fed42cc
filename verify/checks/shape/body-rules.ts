import type { BodyFaultKind } from '../../session/body-fault.ts';

interface BodyRule {
  readonly title: string;
  readonly why: string;
  readonly fix: string;
  /** The JSON Schema keywords of the rule. A schema without any of them has no such check. */
  readonly keywords: readonly string[];
}

/** The rule for each kind of fault in a successful body; null if another check reports that kind. */
export const bodyRules: Readonly<Record<BodyFaultKind, BodyRule | null>> = {
  'required-fields': {
    title: 'Every required field is present',
    why: 'Typed clients read required fields without checking that they are present.',
    fix: 'Always send the field, with null if it has no value and the contract allows null.',
    keywords: ['required'],
  },
  types: {
    title: 'The list and every value have the documented type',
    why: 'A number sent as a string, or a list wrapped in an object, breaks every typed client.',
    fix: 'Send the type that the schema at this rule says.',
    keywords: ['type'],
  },
  null: {
    title: 'Only nullable values are null',
    why: 'Clients do not check for null if the contract does not allow it.',
    fix: 'Send a value, or an empty list if there are no items.',
    keywords: ['type'],
  },
  'undocumented-fields': {
    title: 'Every field is documented',
    why: 'Undocumented fields can expose internal data and credentials.',
    fix: 'Send only the fields on an allowlist.',
    keywords: ['additionalProperties'],
  },
  enums: {
    title: 'Every field with a closed enum has a documented value in the documented case',
    why: 'Clients switch over these values and have no branch for others.',
    fix: 'Send the value exactly as the contract spells it.',
    keywords: ['enum', 'const'],
  },
  'open-enums': {
    title: 'Every field with an open enum has a value that is known today',
    why: 'Vendors may add values, but an unknown value may also be a misspelling.',
    fix: 'Spell the value as the contract does; ignore the warning if the value is new.',
    keywords: ['x-extensible-enum'],
  },
  times: {
    title: 'Every time is a valid RFC 3339 date-time with the time zone format of the contract',
    why: 'Strict clients cannot parse other formats, and tolerant clients read them in the wrong time zone.',
    fix: 'Write UTC as the contract does: no epoch numbers, no space for the T, no offset without a colon.',
    keywords: ['date-time'],
  },
  uuids: {
    title: 'Every id with the format uuid is a UUID',
    why: 'Clients store these ids in columns of type UUID.',
    fix: 'Send the UUID as five groups with hyphens.',
    keywords: ['uuid'],
  },
  uris: {
    title: 'Every URL is an absolute URI',
    why: 'Clients use the URL unchanged, for example as the source of an image.',
    fix: 'Include the scheme and the host.',
    keywords: ['uri'],
  },
  bounds: {
    title: 'Every length, number and count is within the documented bounds',
    why: 'Clients choose the size of columns and pages by these bounds.',
    fix: 'Refuse values that are out of bounds when they are stored.',
    keywords: ['minLength', 'maxLength', 'minimum', 'maximum', 'minItems', 'maxItems', 'maxProperties'],
  },
  conditions: {
    title: 'Fields that depend on another field are consistent with it',
    why: 'Clients read one of the fields to decide whether the other is present.',
    fix: 'Derive both fields from the same stored value.',
    keywords: ['if'],
  },
  // A check of the group leaks searches every answer, including errors, for such names.
  'secret-names': null,
};
