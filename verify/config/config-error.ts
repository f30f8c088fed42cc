import { ExplainedError } from '../../contract/explained-error.ts';

/** A configuration is not valid. Each line of the message begins with the name of the file. */
export class ConfigError extends ExplainedError {
  override readonly name = 'ConfigError';
}
