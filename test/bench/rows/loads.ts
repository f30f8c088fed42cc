import { listPath, pageUser } from '../measure/list-request.ts';
import type { Load, LoadRequest } from '../measure/measure-load.ts';
import { seededUser } from '../measure/seeded-file.ts';
import type { LoadServer } from './load-servers.ts';

/** A load, and the server that is asked. */
interface PlannedLoad {
  readonly server: LoadServer;
  readonly load: Load;
}

export type LoadName = keyof ReturnType<typeof planLoads>;

export const fewUsers = 1000;
const read: LoadRequest = { method: 'GET', path: listPath() };
const pageConnection = '123e4567-e89b-12d3-a456-426614174000';

/** Changes a connection of the user that is read. */
const write: LoadRequest = {
  method: 'POST',
  path: `/sandbox/workspaces/ws_sandbox/users/${pageUser}/connections/${pageConnection}/sync`,
};

/** The loads, with so many users in the large file. */
export function planLoads(users: number) {
  return {
    bare: { server: 'bare', load: [read] },
    memory: { server: 'memory', load: [read] },
    'sqlite-file': { server: 'sqlite-file', load: [read] },
    postgresql: { server: 'postgresql', load: [read] },
    prism: { server: 'prism', load: [read] },
    mixed: { server: 'mixed', load: [...Array<LoadRequest>(10).fill(read), write] },
    'many-users': { server: 'many-users', load: eachUser(users) },
    // Every URL is new, so that no answer is remembered. With few users all would be, and memory and file be compared.
    'few-users-new-urls': { server: 'few-users', load: eachUser(fewUsers, '?request=') },
    'many-users-new-urls': { server: 'many-users', load: eachUser(users, '?request=') },
  } as const satisfies Record<string, PlannedLoad>;
}

/** Each request is for another user, in an order that meets all of them before it repeats. */
function eachUser(users: number, query?: string): () => LoadRequest {
  // It shares no factor with a power of ten.
  const stride = 7919;
  let count = 0;
  return () => {
    count += 1;
    const path = listPath(seededUser((count * stride) % users));
    return { method: 'GET', path: query === undefined ? path : `${path}${query}${count}` };
  };
}
