/** A file or a variable that a run was given cannot be used. The message is one line: what failed, why, what to do. */
export class SettingError extends Error {}
