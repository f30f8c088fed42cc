import { readContract } from '../../contract/contract.ts';
import type { Api } from '../api/api.ts';
import { createAccessGuard } from './access-guard.ts';
import { catalogueHandlers } from './catalogue-handlers.ts';
import { connectionHandlers } from './connection-handlers.ts';
import type { SandboxCaller, SandboxHandlers } from './sandbox-handlers.ts';
import { renderSandboxProblem } from './sandbox-problem.ts';
import { workspaceHandlers } from './workspace-handlers.ts';

const handlers: SandboxHandlers = { ...catalogueHandlers, ...workspaceHandlers, ...connectionHandlers };

/** Makes the server's own API, which changes its data. The guard runs before all of its paths. */
export function createSandboxApi(options: {
  readonly allowedHosts: readonly string[];
  readonly token?: string | undefined;
}): Api<SandboxCaller> {
  return {
    contract: readContract('sandbox'),
    handlers,
    renderProblem: renderSandboxProblem,
    fastapi: true,
    access: { kind: 'guard', prefix: '/sandbox', guard: createAccessGuard(options), caller: {} },
  };
}
