import type { Vendor } from '../../spec/vendors.ts';

/** A GET that a run of all operations leaves out. */
export interface OmittedOperation {
  readonly vendor: Vendor;
  readonly operationId: string;
  /** A clause that begins with "it". */
  readonly reason: string;
}
