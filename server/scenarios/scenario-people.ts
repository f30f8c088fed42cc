import { scenarioUsers } from '../../spec/scenarios.ts';
import { emptyProfile, type User } from '../model/user.ts';

type Person = Pick<User, 'clientUserId' | 'email' | 'profile'>;

/** What is known about scenario users, by id. Nothing is known about the others. */
export const scenarioPeople: ReadonlyMap<string, Person> = new Map(
  scenarioUsers.flatMap(({ name, userId }) =>
    name === 'awkward-text'
      ? [
          [
            userId,
            {
              clientUserId: name,
              email: 'zoe@example.com',
              profile: { ...emptyProfile, firstName: 'Zoë', lastName: 'Ñandú' },
            },
          ] as const,
        ]
      : [],
  ),
);
