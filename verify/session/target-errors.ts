/** The target asks for patience, again and again. The message is one line. */
export class TargetBusyError extends Error {}

/** So many answers did not come in time that asking on is of no use. The message is one line. */
export class TargetSilentError extends Error {}
