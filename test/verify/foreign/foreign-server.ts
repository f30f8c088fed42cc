import type { VerifyOptions } from '../../../verify/run/verify-options.ts';
import type { ApiTarget } from '../../../verify/session/api-target.ts';
import type { TinyServer } from '../../support/tiny-server.ts';

/** A way to verify a server, and the exact result. */
export interface ExpectedRun {
  readonly title: string;
  readonly options: Partial<VerifyOptions>;
  /** The status and id of each check that finds something or cannot be completed, for any seed. */
  readonly notPassed: readonly string[];
}

/** A server that shares no code with this project's server. */
export interface ForeignServer {
  readonly name: string;
  readonly start: () => Promise<Pick<TinyServer, 'url' | 'close'>>;
  readonly apis: readonly ApiTarget[];
  readonly runs: readonly ExpectedRun[];
}

/** A run with the default options and a strict run. */
export function bothRuns(notPassed: {
  readonly byDefault: readonly string[];
  readonly strict: readonly string[];
}): ExpectedRun[] {
  return [
    { title: 'by default', options: {}, notPassed: notPassed.byDefault },
    { title: '--strict', options: { strict: true }, notPassed: notPassed.strict },
  ];
}
