import type { components } from '../../generated/junction.ts';
import type { Limits } from '../model/limits.ts';

type Detail = components['schemas']['JunctionRefusal']['detail'];

/** A 400 in Junction's shape. */
export interface Refused {
  readonly status: 400;
  readonly body: { readonly detail: Detail };
}

/** A 400 in Junction's shape for a request that it does not allow. */
export function refused(message: string, user?: Pick<Detail, 'user_id' | 'created_on'>): Refused {
  return {
    status: 400,
    body: { detail: { error_type: 'INVALID_REQUEST', error_message: message, ...user } },
  };
}

/** The 400 for a real connection of a user with demo connections. */
export const demoRefused = refused('A user with demo connections cannot connect a real account.');

/** A 400 for a request that would exceed a limit of the sandbox. */
export function limitRefused(limit: keyof Limits): Refused {
  return refused(messages[limit]);
}

const messages: Readonly<Record<keyof Limits, string>> = {
  workspaces: 'The sandbox has as many workspaces as it allows.',
  users: 'The workspace has as many users as the sandbox allows.',
  connections: 'The user has as many connections as the sandbox allows.',
  configBytes: 'The resources of the connection are larger than the sandbox allows.',
  listBytes: "The resources of the user's connections are larger than the sandbox allows.",
  links: 'The workspace has as many unfinished links as the sandbox allows.',
};
