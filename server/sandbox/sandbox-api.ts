import { readContract } from '../../contract/contract.ts';
import type { Api, ApiContext } from '../api/api.ts';
import type { Journal } from '../api/journal.ts';
import type { Instant } from '../model/instant.ts';
import { createAccessGuard } from './access-guard.ts';
import { catalogueHandlers } from './catalogue-handlers.ts';
import { clockHandlers } from './clock-handlers.ts';
import { connectionHandlers } from './connection-handlers.ts';
import { createJournalHandlers } from './journal-handlers.ts';
import type { SandboxCaller, SandboxHandlers } from './sandbox-handlers.ts';
import { renderSandboxProblem } from './sandbox-problem.ts';
import { workspaceHandlers } from './workspace-handlers.ts';

/** Makes the server's own API, which changes its data. The guard runs before all of its paths. */
export function createSandboxApi(options: {
  readonly allowedHosts: readonly string[];
  readonly token?: string | undefined;
  /** The base clock, for what belongs to no workspace. */
  readonly now: () => Instant;
  readonly journal: Journal;
}): Api<SandboxCaller> {
  const handlers: SandboxHandlers = {
    ...catalogueHandlers,
    ...workspaceHandlers,
    ...clockHandlers,
    ...connectionHandlers,
    ...createJournalHandlers(options.journal),
  };
  async function callerOf(
    { workspace_id: id }: Readonly<Record<string, unknown>>,
    { store }: ApiContext,
  ): Promise<SandboxCaller> {
    // PostgreSQL refuses NUL in text, so no workspace can have such an id.
    const workspace = typeof id === 'string' && !id.includes('\0') ? await store.findSnapshot(id) : null;
    return { now: workspace?.now ?? options.now() };
  }
  return {
    contract: readContract('sandbox'),
    handlers,
    renderProblem: renderSandboxProblem,
    fastapi: true,
    access: { kind: 'guard', prefix: '/sandbox', guard: createAccessGuard(options), callerOf },
  };
}
