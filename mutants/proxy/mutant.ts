import { type Vendor, vendorNames } from '../../spec/vendors.ts';
import type { Answer } from './answer.ts';
import type { Call, CallForm } from './call.ts';

/** Sends a call to the upstream server. A behaviour may send other calls than the client's, and several. */
export type Ask = (call: Call) => Promise<Answer>;

/** Answers a call in place of the upstream server. */
export type Behaviour = (call: Call, ask: Ask) => Promise<Answer>;

/** One rule of a contract, and a server that breaks it. */
export interface Mutant {
  /** Does not change between releases. */
  readonly id: string;
  /** What is broken, as a sentence. */
  readonly title: string;
  /** The vendors whose contract has the rule. */
  readonly vendors: readonly Vendor[];
  /** The ids of the operations that it breaks; by default the operation of each vendor's reference page. */
  readonly operations?: readonly string[];
  /** Other forms of a request that it also breaks; none by default. */
  readonly forms?: readonly CallForm[];
  /** The checks that may catch it, as `<group>.<name>`. One of them is enough. The first gives the mutant its group. */
  readonly caughtBy: readonly string[];
  /** True if the checks only warn, because the contract tolerates the fault. */
  readonly warnsOnly?: true;
  /** Creates its behaviour, with its own state. */
  readonly begin: () => Behaviour;
}

/** The vendors of a rule that all contracts have. */
export const everyVendor: readonly Vendor[] = vendorNames;

/** The properties that are written by hand for every mutant. */
export type MutantHead = Pick<Mutant, 'id' | 'title'>;
