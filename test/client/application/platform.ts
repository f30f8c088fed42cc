/** What a person can do about an account. */
export type Advice = 'nothing' | 'connect-again' | 'allow-everything' | 'renew-password' | 'wait';

/** An account that a person has connected. */
export interface Account {
  readonly provider: string;
  readonly advice: Advice;
}

/** How a person came back from a link. */
export type LinkResult =
  | { readonly kind: 'connected' }
  | { readonly kind: 'failed'; readonly advice: Advice; readonly reason: string };

/** What the application needs of a service that keeps connections. Each service has one provider here. */
export interface Platform {
  /** Returns the service's id of a person. The person may have one already. */
  ensureUser(person: string): Promise<string>;
  /** Returns the URL at which the person connects the provider. Afterwards the person comes to `returnTo`. */
  startLink(userId: string, returnTo: string): Promise<string>;
  /** Reads the query with which the person has come back. */
  finishLink(userId: string, query: URLSearchParams): Promise<LinkResult>;
  listAccounts(userId: string): Promise<Account[]>;
  disconnect(userId: string): Promise<void>;
}
