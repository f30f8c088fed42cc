import type { Vendor } from '../../../spec/vendors.ts';
import type { Outcome } from '../../../verify/results/outcome.ts';
import type { VerifyOptions } from '../../../verify/run/verify-options.ts';
import type { ApiTarget } from '../../../verify/session/api-target.ts';
import { forwarding } from '../../support/tiny-server.ts';
import { correctSteps, type Steps, startForeignServer } from './correct-server.ts';
import { foreignTarget, verifyForeign } from './verify-foreign.ts';

export type Answer = NonNullable<Parameters<typeof forwarding>[0]['answer']>;

/** A server of the two tenants with some changed steps, and how it is verified. */
export interface ServerCase {
  readonly api: Vendor;
  /** The checks to run. */
  readonly checks: readonly string[];
  readonly steps?: Partial<Steps>;
  /** A proxy in front of the server that answers some requests itself. */
  readonly before?: Answer;
  readonly target?: Partial<ApiTarget>;
  readonly options?: Partial<VerifyOptions>;
  readonly ends?: Outcome['status'];
}

/** The outcome of each check of a case. */
export async function outcomesOf({
  api,
  checks,
  steps = {},
  before,
  target = {},
  options,
}: ServerCase): Promise<Outcome[]> {
  const server = await startForeignServer({ ...correctSteps, ...steps });
  const front = await forwarding({ to: server.url, ...(before === undefined ? {} : { answer: before }) });
  try {
    return await verifyForeign(front.url, {
      apis: [{ ...foreignTarget(api), ...target }],
      checks,
      ...options,
    });
  } finally {
    await front.close();
    await server.close();
  }
}
