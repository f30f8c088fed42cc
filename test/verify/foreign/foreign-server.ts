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

/** A run with the default options and a strict run, of an edition if there is one. */
export function bothRuns({
  byDefault,
  strict,
  edition,
}: {
  readonly byDefault: readonly string[];
  readonly strict: readonly string[];
  /** The flag that chooses the edition, and the targets that have it. */
  readonly edition?: { readonly flag: string; readonly apis: readonly ApiTarget[] };
}): ExpectedRun[] {
  const options = edition === undefined ? {} : { apis: edition.apis };
  return [
    { title: edition?.flag ?? 'by default', options, notPassed: byDefault },
    {
      title: edition === undefined ? '--strict' : `${edition.flag} --strict`,
      options: { ...options, strict: true },
      notPassed: strict,
    },
  ];
}
