import { basename } from 'node:path';
import { type Contract, readContract } from '../../contract/contract.ts';
import { choiceOfName } from '../../contract/edition-choice.ts';
import type { Vendor } from '../../spec/vendors.ts';

/** Prism's arguments: the program, its command, the document. */
const [, , , document = ''] = process.argv;
const choice = choiceOfName(basename(document, '.yaml')) ?? {};

/** The edition of a vendor that this process mocks; undefined for the contract of its page. */
export function mockedEdition(vendor: Vendor): string | undefined {
  return choice[vendor];
}

/** The contract of a vendor that this process mocks. */
export function mockedContract(vendor: Vendor): Contract {
  return readContract(vendor, choice[vendor]);
}
