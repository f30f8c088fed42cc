/** The sandbox API of the target cannot be used. The message is one line: what failed, why, what to do. */
export class SandboxError extends Error {}
