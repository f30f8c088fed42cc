// How long PostgreSQL is waited for, in milliseconds. All are shorter than the time that a closing server gives its
// current requests.

/** For a connection. */
export const connectMilliseconds = 5_000;

/** For a read: its connection, its query, and all further attempts. */
export const readMilliseconds = 5_000;

/** For one statement of a change. PostgreSQL itself ends it by then. */
export const statementMilliseconds = 8_000;

/** For PostgreSQL to report that it has ended a statement. */
export const graceMilliseconds = 1_000;

/** For the connections to close when the store does. */
export const closingMilliseconds = 1_000;
