import type { KnownUser } from '../session/api-target.ts';
import { type JsonSchema, ownNames, text, type ValueType } from './value-types.ts';

/** The id of a user: any text. */
export const userId = text({ max: 512, format: 'well-formed' });

/** Users of an API. Flags give ids; a configuration can also state what to expect of each user. */
export const knownUsers: ValueType<readonly KnownUser[]> = {
  read(id, before = []) {
    const user = { id: userId.read(id) };
    return before.some((known) => known.id === user.id) ? before : [...before, user];
  },
  /** A user that a flag names keeps the expectations of the configuration. */
  merge: (flag, config) => flag.map((user) => config.find(({ id }) => id === user.id) ?? user),
  schema: (statuses) => ({
    description: 'Users with connections. Most requests are about the first.',
    type: 'array',
    items: {
      type: 'object',
      additionalProperties: false,
      patternProperties: ownNames,
      required: ['id'],
      properties: {
        id: { description: 'The id of the user, as in the request path.', ...userId.schema },
        expect: expectation(statuses),
      },
    },
  }),
};

function expectation(statuses: readonly string[] | null): JsonSchema {
  const count = { type: 'integer', minimum: 0 };
  return {
    description: "What the user's lists must contain. Fields that are left out are not checked.",
    type: 'object',
    additionalProperties: false,
    patternProperties: ownNames,
    properties: {
      count: { description: 'How many connections.', ...count },
      slugs: {
        description: 'The providers or integrations, exactly these, in any order.',
        type: 'array',
        items: { type: 'string' },
      },
      states: {
        description: 'How many connections have each status, exactly these.',
        type: 'object',
        ...(statuses === null ? {} : { propertyNames: { enum: statuses } }),
        additionalProperties: count,
      },
    },
  };
}
