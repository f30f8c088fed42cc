import { ask, post, type RawAnswer } from '../../support/raw-http.ts';

/** The clock of a workspace, through the sandbox API. */
export function clockOf(url: () => string, workspaceId: string) {
  const path = `/sandbox/workspaces/${workspaceId}/clock`;
  const send = (action: string) => ask(url(), { method: 'POST', path: `${path}/${action}` });
  return {
    read: (): Promise<RawAnswer> => ask(url(), { path }),
    freeze: () => send('freeze'),
    run: () => send('run'),
    by: (duration: string) => post(url(), `${path}/advance`, { by: duration }),
    to: (time: string) => post(url(), `${path}/advance`, { to: time }),
    advance: (body: unknown) => post(url(), `${path}/advance`, body),
  };
}

/** Creates a workspace, and returns its id and its keys. */
export async function newWorkspace(url: string) {
  const { json } = await post(url, '/sandbox/workspaces', {});
  return json as {
    readonly id: string;
    readonly created_at: string;
    readonly own_user_id: string;
    readonly keys: { readonly junction: string; readonly 'open-wearables': string; readonly mielto: string };
    readonly developer_tokens: { readonly 'open-wearables': string };
  };
}
