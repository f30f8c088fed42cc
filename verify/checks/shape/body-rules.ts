import type { BodyFaultKind } from '../../session/body-fault.ts';

interface BodyRule {
  readonly title: string;
  readonly why: string;
  readonly fix: string;
  /** The keywords of JSON Schema that it comes from; a schema without them has no such check. */
  readonly keywords: readonly string[];
}

/** What each kind of fault in a list's body is called; null for one that another check tells of. */
export const bodyRules: Readonly<Record<BodyFaultKind, BodyRule | null>> = {
  'required-fields': {
    title: 'Every required field is there, null where it has no value',
    why: 'Typed clients read required fields without looking whether they are there.',
    fix: 'Write the field always, with null where the contract allows it.',
    keywords: ['required'],
  },
  types: {
    title: 'Every value, and the list itself, is of its documented type',
    why: 'A number in quotes or a list within an object breaks every typed client.',
    fix: 'Compare what is sent with the schema at this rule.',
    keywords: ['type'],
  },
  null: {
    title: 'Nothing is null that may not be',
    why: 'Clients do not look for null where the contract rules it out.',
    fix: 'Send a value, or an empty list where there are no items.',
    keywords: ['type'],
  },
  'undocumented-fields': {
    title: 'No field is there that the contract does not know',
    why: 'It is how internal fields and credentials get out, and how a server drifts from its page.',
    fix: 'List the fields that are sent, one by one.',
    keywords: ['additionalProperties'],
  },
  enums: {
    title: 'Every closed enumeration holds a documented value, in its case',
    why: 'Clients switch over these values and have no branch for another.',
    fix: 'Send the value as the contract writes it.',
    keywords: ['enum', 'const'],
  },
  'open-enums': {
    title: 'Every open enumeration holds a value that is known today',
    why: 'The vendor may add values, and clients have to tolerate them; one that is misspelt looks just so.',
    fix: 'Nothing where the value is new; else spell it as the contract does.',
    keywords: ['x-extensible-enum'],
  },
  times: {
    title: 'Every time is an RFC 3339 date-time, with its zone as the page writes it, on a day that exists',
    why: 'Clients parse these strictly, or read them in their own zone.',
    fix: 'Write UTC as the page does; no epoch, no blank for the T, no zone without its colon.',
    keywords: ['date-time'],
  },
  uuids: {
    title: 'Every id that has to be a UUID is one',
    why: 'Clients keep ids in columns of that type.',
    fix: 'Send the UUID in its usual form, five groups with hyphens.',
    keywords: ['uuid'],
  },
  uris: {
    title: 'Every address is an absolute URI',
    why: 'Clients put it into a page as it is.',
    fix: 'Send scheme and host too.',
    keywords: ['uri'],
  },
  bounds: {
    title: 'Every length, number and count is within its bounds',
    why: 'Clients size columns and pages by them.',
    fix: 'Refuse or cut what is too long where it comes in, not where it goes out.',
    keywords: ['minLength', 'maxLength', 'minimum', 'maximum', 'minItems', 'maxItems', 'maxProperties'],
  },
  conditions: {
    title: 'error_details are there exactly where the status is error',
    why: 'Clients show the reason of an error, and take its presence for one.',
    fix: 'Write both from the same fact.',
    keywords: ['if'],
  },
  // The check of leaks looks for such names in every answer, in errors too.
  'secret-names': null,
};
