/** How much the server stores. What exceeds a limit is refused; what was stored before stays. */
export interface Limits {
  /** Workspaces. */
  readonly workspaces: number;
  /** Users of one workspace. */
  readonly users: number;
  /** Connections of one user. */
  readonly connections: number;
  /** Links of one workspace that have begun and can still be completed. */
  readonly links: number;
  /** Bytes of the `config` of one connection as JSON, and of its `resources`. */
  readonly configBytes: number;
  /** Bytes of `config` and `resources` of all connections of one user, which one answer can contain. */
  readonly listBytes: number;
}

export const defaultLimits: Limits = {
  workspaces: 5000,
  users: 5000,
  connections: 2000,
  links: 5000,
  configBytes: 16_384,
  listBytes: 4_194_304,
};

/** What each limit bounds. */
export const limitSubjects: Readonly<Record<keyof Limits, string>> = {
  workspaces: 'workspaces',
  users: 'users of one workspace',
  connections: 'connections of one user',
  links: 'link tokens and OAuth states of one workspace that can still be used',
  configBytes: 'bytes of the `config` of one connection, and of its `resources`',
  listBytes: 'bytes of `config` and `resources` of all connections of one user',
};

/** The names of all limits. */
export const limitNames = Object.keys(defaultLimits) as readonly (keyof Limits)[];

/** The highest value of a limit. */
export const highestLimit = 1_000_000_000;
