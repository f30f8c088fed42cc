import { createHash } from 'node:crypto';

/**
 * Returns the UUID of a workspace as a team, which is the same each time. Clients know a workspace by another form of id.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9562#section-5.8
 */
export function teamIdOf(workspacePublicId: string): string {
  const hash = createHash('sha256').update(`junction-team:${workspacePublicId}`).digest('hex');
  const groups = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `8${hash.slice(17, 20)}`];
  return [...groups, hash.slice(20, 32)].join('-');
}
