/** Programs that use the exports of the package, and their output. */
export const programs: readonly (readonly [file: string, text: string, output: string])[] = [
  [
    'use-server.ts',
    `
    import { startServer, type RunningServer } from 'connections-contract/server';
    import { createOpenWearablesClient } from 'connections-contract/client/open-wearables';
    import { createJunctionClient, type JunctionProvider } from 'connections-contract/client/junction';
    import { createMieltoClient } from 'connections-contract/client/mielto';
    import { vendors } from 'connections-contract/spec/vendors';

    const server: RunningServer = await startServer();
    const path = { user_id: '550e8400-e29b-41d4-a716-446655440000' };
    const baseUrl = server.url;
    const a = await createOpenWearablesClient({ baseUrl, key: server.keys['open-wearables'] })
      .GET('/api/v1/users/{user_id}/connections', { params: { path } });
    const b = await createJunctionClient({ baseUrl, key: server.keys.junction })
      .GET('/v2/user/providers/{user_id}', { params: { path } });
    const c = await createMieltoClient({ baseUrl, key: 'wrong' })
      .GET('/api/v1/connections/users/{user_id}', { params: { path, query: { limit: 1 } } });
    const first: JunctionProvider | undefined = b.data?.providers[0];
    // @ts-expect-error: the contract does not have this status
    const wrong: 'on' | undefined = first?.status;
    console.log(vendors.length, a.data?.length, first?.slug ?? wrong, JSON.stringify(c.error));
    await server.close();
  `,
    '3 3 strava {"detail":"Invalid or missing token"}\n',
  ],
  [
    'use-verifier.ts',
    `
    import { startServer } from 'connections-contract/server';
    import { conclude, planRun, UnreachableError, verify } from 'connections-contract/verify';
    import type { ApiTarget, Outcome, VerifyOptions } from 'connections-contract/verify';

    const server = await startServer();
    const apis: readonly ApiTarget[] = [{ vendor: 'mielto', key: server.keys.mielto, users: [] }];
    const options: VerifyOptions = { baseUrl: server.url, apis, checks: ['shape.404.status'] };
    const run = planRun(options);
    const outcomes: Outcome[] = [];
    for await (const outcome of run.outcomes()) outcomes.push(outcome);
    console.log(outcomes.map(({ check, status }) => status + ' ' + check.id).join());
    const { exitCode, reason } = conclude({
      outcomes,
      items: run.items(),
      stopReason: run.stopReason(),
      failOnWarning: true,
      allowInconclusive: true,
    });
    console.log(exitCode, reason);
    await server.close();
    const error: unknown = await verify(options).next().catch((thrown: unknown) => thrown);
    console.log(error instanceof UnreachableError && error.name);
  `,
    `passed mielto.listMieltoConnections.shape.404.status
0 The target conforms to the contract.
UnreachableError
`,
  ],
  [
    'use-contracts.ts',
    `
    import { ExplainedError, startServer, StartError } from 'connections-contract/server';
    import type { components, paths } from 'connections-contract/spec/sandbox';

    type Workspaces = paths['/sandbox/workspaces']['get']['responses'][200]['content']['application/json'];
    const server = await startServer();
    const response = await fetch(server.url + '/sandbox/workspaces');
    const { workspaces } = (await response.json()) as Workspaces;
    const [first]: readonly components['schemas']['SandboxWorkspace'][] = workspaces;
    console.log(first?.id);
    await server.close();
    const error: unknown = await startServer({ data: 'mongodb://host' }).catch((thrown: unknown) => thrown);
    console.log(error instanceof StartError && error instanceof ExplainedError && error.name);
  `,
    'ws_sandbox\nStartError\n',
  ],
];

/** A Vitest suite in plain JavaScript. */
export const suite = `
    import { afterAll } from 'vitest';
    import { startServer } from 'connections-contract/server';
    import { describeContract } from 'connections-contract/verify/vitest';

    const server = await startServer();
    afterAll(() => server.close());
    const users = [{ id: '550e8400-e29b-41d4-a716-446655440000' }];
    const apis = [{ vendor: 'mielto', key: server.keys.mielto, users }];
    describeContract({ baseUrl: server.url, apis, checks: ['shape.200.*'] });
  `;
