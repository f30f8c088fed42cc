import type { UserModel } from '../model/user-model.ts';
import type { WorkspaceModel } from '../model/workspace-model.ts';

export const workspacesPath = '/sandbox/workspaces';

export function workspacePath({ id }: Pick<WorkspaceModel, 'id'>): string {
  return `${workspacesPath}/${id}`;
}

export function usersPath(workspace: Pick<WorkspaceModel, 'id'>): string {
  return `${workspacePath(workspace)}/users`;
}

export function userPath(workspace: Pick<WorkspaceModel, 'id'>, { id }: Pick<UserModel, 'id'>): string {
  return `${usersPath(workspace)}/${id}`;
}

export function connectionsPath(workspace: Pick<WorkspaceModel, 'id'>, user: Pick<UserModel, 'id'>): string {
  return `${userPath(workspace, user)}/connections`;
}
