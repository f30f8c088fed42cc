/** A run was told to stop before its end. The message is one line. */
export class InterruptedError extends Error {}
