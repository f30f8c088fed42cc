import type { Vendor } from '../../spec/vendors.ts';
import type { Answer } from '../api/answer.ts';
import type { Problem } from '../api/problem.ts';
import type { Store } from '../store/open-store.ts';

/** A request that has a valid key and keeps the contract; parameters are coerced and have their defaults. */
export interface ValidRequest<Path, Query> {
  readonly workspaceId: string;
  readonly path: Path;
  readonly query: Query;
  header(name: string): string | undefined;
}

/** What one vendor's API adds to the rest: how it lists, and how its errors look. */
export interface VendorApi<Path = never, Query = never> {
  readonly vendor: Vendor;
  readonly operationId: string;
  /** Answers the list, or throws a `ProblemError`. */
  list(request: ValidRequest<Path, Query>, store: Store): Promise<Answer>;
  /** Renders a problem in the vendor's own error shape; it gives nothing away. */
  renderProblem(problem: Problem): Answer;
}
