import { type Vendor, vendorNames } from '../../spec/vendors.ts';
import type { Answer } from './answer.ts';
import type { Call } from './call.ts';

/** Asks the upstream server. A behaviour may ask for something else than the client did, and more than once. */
export type Ask = (call: Call) => Promise<Answer>;

/** Answers a call in place of the upstream server. */
export type Behaviour = (call: Call, ask: Ask) => Promise<Answer>;

/** One rule of a contract, and a server that breaks it. */
export interface Mutant {
  /** Does not change between releases. */
  readonly id: string;
  /** What is broken, as a sentence. */
  readonly title: string;
  /** The APIs whose contract has the rule. */
  readonly vendors: readonly Vendor[];
  /** The operations that it breaks, by id; by default the one of each vendor's reference page. */
  readonly operations?: readonly string[];
  /** The checks that find it, as `<group>.<name>`; any one of them is enough. It belongs to the group of the first. */
  readonly caughtBy: readonly string[];
  /** It is warned about and does not fail, because the contract tolerates it. */
  readonly warnsOnly?: true;
  /** Makes its behaviour, with a memory of its own. */
  readonly begin: () => Behaviour;
}

/** For the rules that all contracts have. */
export const everyVendor: readonly Vendor[] = vendorNames;

/** What every mutant is given by hand. */
export type MutantHead = Pick<Mutant, 'id' | 'title'>;
