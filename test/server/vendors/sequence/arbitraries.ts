import fc from 'fast-check';
import { consentOutcomes } from '../../../../server/link/consent-outcomes.ts';

/** An index of a list, which may be longer or shorter. */
export const at = fc.nat(4);

/** The id of a user in the integrator's application. There are few, so that they meet. */
export const applicationId = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('ada', 'bob', 'cleo') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '',
      'x'.repeat(256),
      '🦉 é/%?#',
      '\0',
      ' ',
      '00000000-0000-4000-8000-000000000001',
    ),
  },
);

export const outcome = fc.constantFrom(...consentOutcomes.map(({ name }) => name));
/** The wearables that both vendors of wearables have, and one that each of them has alone. */
export const wearable = fc.constantFrom('oura', 'strava', 'garmin', 'suunto', 'renpho', 'apple');
export const integration = fc.constantFrom('slack', 'notion', 'openai', 'filesystem', 'no_such_integration');

/** A value, or sometimes null. */
export function orNull<Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> {
  return fc.oneof({ weight: 5, arbitrary }, { weight: 1, arbitrary: fc.constant(null) });
}
