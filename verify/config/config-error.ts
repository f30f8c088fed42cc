/** A file of the user's cannot be used. The message has a line for each thing that is wrong, with its place and what to do. */
export class ConfigError extends Error {}
