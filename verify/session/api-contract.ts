import { type Contract, readContract } from '../../contract/contract.ts';
import type { DocumentedResponse } from '../../contract/operation.ts';
import { type Vendor, type VendorEntry, vendorEntry } from '../../spec/vendors.ts';
import { type BodyJudge, createBodyJudge } from './body-judge.ts';

/** A vendor's contract as the verifier reads it. */
export interface ApiContract extends Contract {
  readonly vendor: Vendor;
  readonly entry: VendorEntry;
  readonly judgeBody: BodyJudge;
}

const known = new Map<Vendor, ApiContract>();

/** Reads a vendor's contract, once. Throws for a document that is not there. */
export function readApiContract(vendor: Vendor): ApiContract {
  const contract = known.get(vendor) ?? apiContract(vendor, readContract(vendor));
  known.set(vendor, contract);
  return contract;
}

/** A vendor's contract, with what judges a body by it. */
export function apiContract(vendor: Vendor, contract: Contract): ApiContract {
  return {
    ...contract,
    vendor,
    entry: vendorEntry(vendor),
    judgeBody: createBodyJudge(contract),
  };
}

/** Where the schema of a response's body is, as a pointer after `#`; null if it has no body. */
export function bodySchemaOf({ content }: DocumentedResponse): string | null {
  const [mediaType] = content.values();
  return mediaType?.schemaPointer ?? null;
}
