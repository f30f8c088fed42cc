import { type Vendor, vendors } from '../../spec/vendors.ts';
import type { Answer } from './answer.ts';
import type { Call } from './call.ts';

/** Asks the upstream server. A behaviour may ask for other things than it was asked for, and more than once. */
export type Ask = (call: Call) => Promise<Answer>;

/** Answers a request for a list, in place of the upstream server. */
export type Behaviour = (call: Call, ask: Ask) => Promise<Answer>;

/** One rule of a contract, and a server that breaks it. */
export interface Mutant {
  /** Does not change between releases. */
  readonly id: string;
  /** The row of the project's list of mutants that it belongs to; null where the list has none. */
  readonly row: number | null;
  /** What is broken, as a sentence. */
  readonly title: string;
  /** The APIs whose contract has the rule. */
  readonly vendors: readonly Vendor[];
  /** The checks that see it, by their names without the vendor; any one of them is enough. */
  readonly caughtBy: readonly string[];
  /** It is warned about and does not fail, because the contract tolerates it. */
  readonly warnsOnly?: true;
  /** Makes its behaviour, with a memory of its own. */
  readonly begin: () => Behaviour;
}

/** For the rules that all contracts have. */
export const everyVendor: readonly Vendor[] = vendors.map(({ vendor }) => vendor);

/** What every mutant is given by hand. */
export type MutantHead = Pick<Mutant, 'id' | 'row' | 'title'>;
