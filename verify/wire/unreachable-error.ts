/** The target could not be asked at all. The message is one line: what failed, why, what to do. */
export class UnreachableError extends Error {}
