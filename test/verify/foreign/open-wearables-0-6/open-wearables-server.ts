import type { TinyServer } from '../../../support/tiny-server.ts';
import { inGroups } from '../fastapi/pydantic.ts';
import { pythonUuid } from '../fastapi/python-uuid.ts';
import { rustUuid } from '../fastapi/rust-uuid.ts';
import { type Call, startStarlette } from '../fastapi/starlette.ts';
import type { Reply } from '../send-reply.ts';
import { listedConnections } from './wearable-users.ts';

/** The keys of the installation: one that is valid, and one that was revoked. Without `sk-` each reads as a UUID. */
export const wearablesKeys = {
  valid: 'sk-5f0c3ab19d7e4c6281fa0be4d97c36e2',
  revoked: 'sk-c81e5d20b7a94f3c96d1e08b2f7a4c59',
} as const;

export interface OpenWearablesOptions {
  /** Whether a key that reads as a UUID breaks the look-up, as in version 0.6. */
  readonly uuidKeyBreaks: boolean;
}

/**
 * Serves the list of connections as the public server of Open Wearables, version 0.6.3, was measured to do. It has no
 * tenants, and an unknown user has an empty list.
 */
export function startOpenWearables({ uuidKeyBreaks }: OpenWearablesOptions): Promise<TinyServer> {
  const list = {
    path: /^\/api\/v1\/users\/([^/]+)\/connections$/,
    answer: (call: Call) => unauthorized(call, uuidKeyBreaks) ?? listConnections(call),
  };
  return startStarlette({ routes: [list], redirectSlashes: true });
}

function unauthorized({ headers }: Call, uuidKeyBreaks: boolean): Reply | null {
  const key = String(headers['x-open-wearables-api-key'] ?? '');
  if (key === wearablesKeys.valid) return null;
  if (key === '') {
    return { status: 401, body: { detail: 'Authentication required: provide JWT token or API key' } };
  }
  // The database cannot compare a UUID with the text in the column of the keys.
  if (uuidKeyBreaks && pythonUuid(key) !== null) throw new Error('operator does not exist');
  return { status: 401, body: { detail: 'Invalid or missing API key' } };
}

function listConnections({ parameter }: Call): Reply {
  const read = rustUuid(parameter);
  if ('digits' in read) return { status: 200, body: listedConnections(inGroups(read.digits)) };
  // The message contains the fault twice.
  return {
    status: 400,
    body: { detail: `Input should be a valid UUID, ${read.fault} - ${read.fault}` },
  };
}
