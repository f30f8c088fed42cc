import type { ProviderAccount } from './consent-decision.ts';

/** A person with an account at each provider. On a consent page one of them is chosen. */
export interface SimulatedPerson {
  /** The value of `account` on a consent page. */
  readonly name: string;
  readonly username: string;
  readonly summary: string;
}

/** The people of every consent page, the preselected one first. */
export const simulatedPeople: readonly [SimulatedPerson, ...SimulatedPerson[]] = [
  { name: 'alex', username: 'alex.rivera', summary: 'The first account' },
  { name: 'sam', username: 'sam.okafor', summary: 'A second account, for a second user' },
  { name: 'zoe', username: 'Zoë Łęcka 王', summary: 'A user name outside ASCII' },
];

/** The account of a person at a provider. It is the same one for every user of every workspace. */
export function accountAt(provider: string, { name, username }: SimulatedPerson): ProviderAccount {
  return { id: `${provider}-${name}`, username };
}
