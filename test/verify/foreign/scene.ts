import type { Vendor } from '../../../spec/vendors.ts';
import type { Outcome } from '../../../verify/results/outcome.ts';
import type { VerifyOptions } from '../../../verify/run/verify-options.ts';
import type { ApiTarget } from '../../../verify/session/api-target.ts';
import { forwarding } from '../../support/tiny-server.ts';
import { correctHabits, type Habits, startForeignServer } from './correct-server.ts';
import { foreignTarget, verifyForeign } from './verify-foreign.ts';

export type Answer = NonNullable<Parameters<typeof forwarding>[0]['answer']>;

/** A server of the two tenants, with other habits than the correct one, and what is checked of it. */
export interface Scene {
  readonly api: Vendor;
  /** The checks that could blame it. */
  readonly checks: readonly string[];
  readonly habits?: Partial<Habits>;
  /** What stands before the server, and answers some requests itself. */
  readonly before?: Answer;
  readonly target?: Partial<ApiTarget>;
  readonly options?: Partial<VerifyOptions>;
  readonly ends?: Outcome['status'];
}

/** How each check of a scene ends. */
export async function outcomesOf({
  api,
  checks,
  habits = {},
  before,
  target = {},
  options,
}: Scene): Promise<Outcome[]> {
  const server = await startForeignServer({ ...correctHabits, ...habits });
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
