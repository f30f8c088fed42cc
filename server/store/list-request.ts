import type { Vendor } from '../../spec/vendors.ts';
import type { ConnectionState, IntegrationType } from '../model/connection.ts';
import type { ConnectionField } from './connection-row.ts';

/** Which connections a vendor's list contains. The values that change with each request are in `ListRequest`. */
export interface ListShape<Field extends ConnectionField = ConnectionField> {
  readonly vendor: Vendor;
  /** The edition of the API, which can list more providers; none for the vendor's page. */
  readonly edition?: string;
  /** Newest first by this time, then by id. */
  readonly newestBy: 'created_at' | 'updated_at';
  /** Only these states; all by default. */
  readonly states?: readonly ConnectionState[];
  /** True if the request names an integration type. */
  readonly ofOneType?: boolean;
  /** The fields to read; all by default. */
  readonly fields?: readonly Field[];
}

export interface ListRequest {
  readonly workspaceId: string;
  readonly userId: string;
  /** Used only if the shape is `ofOneType`. */
  readonly integrationType: IntegrationType | null;
  readonly skip: number;
  readonly limit: number;
}
