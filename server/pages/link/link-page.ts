import type { Store } from '../../store/open-store.ts';
import type { LinkAnswer } from './link-answer.ts';

/** What every page of a link needs. The time is that of the link's workspace. */
export interface LinkContext {
  readonly store: Store;
  readonly newId: () => string;
}

/** A request for a page of a link. */
export interface LinkVisit {
  readonly query: URLSearchParams;
  /** The part of the path that names a provider; empty if the path has none. */
  readonly provider: string;
  readonly origin: string;
  readonly path: string;
  readonly isSecure: boolean;
  /** True if a form was sent, false if the page was opened. */
  readonly isForm: boolean;
  /** False for HEAD, which must not decide or connect anything. */
  readonly hasEffects: boolean;
}

/** A page of a link, and its form if it has one. */
export interface LinkPage {
  /** As Express writes it. */
  readonly path: string;
  readonly show: (visit: LinkVisit) => Promise<LinkAnswer>;
  readonly form?: {
    /** The parameter of the query that is the token of the link. */
    readonly token: string;
    readonly submit: (visit: LinkVisit, fields: URLSearchParams) => Promise<LinkAnswer>;
  };
}
