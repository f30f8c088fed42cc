import { listPath, pageUser } from '../measure/list-request.ts';
import type { Load, LoadRequest } from '../measure/measure-load.ts';
import { seededUser } from '../measure/seeded-file.ts';
import type { LoadServer } from './load-servers.ts';

/** A load and its server. */
interface PlannedLoad {
  readonly server: LoadServer;
  readonly load: Load;
}

export type LoadName = keyof ReturnType<typeof planLoads>;

export const fewUsers = 1000;
const read: LoadRequest = { method: 'GET', path: listPath() };
const pageConnection = '123e4567-e89b-12d3-a456-426614174000';

/** Changes a connection of the user whose list is read. */
const write: LoadRequest = {
  method: 'POST',
  path: `/sandbox/workspaces/ws_sandbox/users/${pageUser}/connections/${pageConnection}/sync`,
};

/** The loads, for a number of users in the large file. */
export function planLoads(users: number) {
  return {
    bare: { server: 'bare', load: [read] },
    memory: { server: 'memory', load: [read] },
    'sqlite-file': { server: 'sqlite-file', load: [read] },
    postgresql: { server: 'postgresql', load: [read] },
    prism: { server: 'prism', load: [read] },
    mixed: { server: 'mixed', load: [...Array<LoadRequest>(10).fill(read), write] },
    'many-users': { server: 'many-users', load: eachUser(users) },
    // Every URL is new, so that no response is cached. Otherwise the row would compare the cache with the file.
    'few-users-new-urls': { server: 'few-users', load: eachUser(fewUsers, '?request=') },
    'many-users-new-urls': { server: 'many-users', load: eachUser(users, '?request=') },
  } as const satisfies Record<string, PlannedLoad>;
}

/** Each request is for another user. All users occur before one repeats. */
function eachUser(users: number, query?: string): () => LoadRequest {
  // It has no common factor with a power of ten.
  const stride = 7919;
  let count = 0;
  return () => {
    count += 1;
    const path = listPath(seededUser((count * stride) % users));
    return { method: 'GET', path: query === undefined ? path : `${path}${query}${count}` };
  };
}
