import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';

/** One difference of an edition. */
export interface OverlayAction {
  /** A path in the document, such as `$.components.schemas['A']`. */
  readonly target: string;
  /** The difference in one sentence, for the published list. */
  readonly description: string;
  /** Merged into the target; appended if the target is an array. */
  readonly update?: unknown;
  readonly remove?: boolean;
}

/** Reads the actions of a file of differences. Throws if one has no target or no description. */
export async function readOverlay(file: URL): Promise<readonly OverlayAction[]> {
  const overlay: { readonly actions?: unknown } | null = parse(await readFile(file, 'utf8'));
  const name = file.pathname.split('/').at(-1);
  if (!Array.isArray(overlay?.actions)) throw new Error(`${name} has no list of actions. Add it.`);
  return overlay.actions.map((action: unknown, index) => {
    if (isAction(action)) return action;
    throw new Error(`Action ${index + 1} of ${name} has no target or no description. Add what is missing.`);
  });
}

function isAction(action: unknown): action is OverlayAction {
  if (typeof action !== 'object' || action === null) return false;
  if (!('target' in action && 'description' in action)) return false;
  return typeof action.target === 'string' && typeof action.description === 'string';
}
