/** A configuration is wrong. The message has a line for each thing that is, with file, line, column and what to do. */
export class ConfigError extends Error {}
