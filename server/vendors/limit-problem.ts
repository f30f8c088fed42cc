import { ProblemError } from '../api/problem.ts';
import type { Limits } from '../model/limits.ts';

/** The conflict that a change would exceed a limit of the server. */
export function limitProblem(name: keyof Limits, limits: Limits): ProblemError {
  return new ProblemError({ kind: 'conflict', detail: limitDetail(name, limits) });
}

/** Says which limit is reached, and what to do. */
export function limitDetail(name: keyof Limits, limits: Limits): string {
  return `${subjects[name](limits[name])} Delete some, or start the server with a higher --limit ${name}=NUMBER.`;
}

const subjects: Readonly<Record<keyof Limits, (limit: number) => string>> = {
  workspaces: (limit) => `The server has as many workspaces as its limit allows: ${limit}.`,
  users: (limit) => `The workspace has as many users as the limit allows: ${limit}.`,
  connections: (limit) => `The user has as many connections as the limit allows: ${limit}.`,
  links: (limit) => `The workspace has as many unfinished links as the limit allows: ${limit}.`,
  configBytes: (limit) => `The config or the resources are larger than the limit allows: ${limit} bytes.`,
  listBytes: (limit) =>
    `The config and resources of the user's connections would be larger together than the limit allows: ${limit} bytes.`,
};
