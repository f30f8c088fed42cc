/** A command cannot be carried out as it was given. The message is one line: what failed, why, what to do. */
export class UsageError extends Error {}
