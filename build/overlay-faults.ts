import { isDeepStrictEqual } from 'node:util';
import type { OverlayAction } from '../contract/overlay.ts';

/** One step of a path: `.name`, `['name']`, `["name"]` or `[0]`. */
const step = /\.([A-Za-z_][\w-]*)|\['([^']+)'\]|\["([^"]+)"\]|\[(\d+)\]/y;

/**
 * A message for each action without an effect: what it removes was not in the document before, or what it sets is not in
 * the document that was made. Empty if all have one.
 */
export function overlayFaults(
  actions: readonly OverlayAction[],
  { before, applied }: { readonly before: unknown; readonly applied: unknown },
): readonly string[] {
  return actions.flatMap(({ target, remove, update }, index) => {
    const fault = (reason: string) => [`Action ${index + 1}, ${target}: ${reason}`];
    const path = pathOf(target);
    if (path === null) return fault('it is not a path of names. Write it like $.components.schemas.A.');
    if ((remove === true) === (update !== undefined))
      return fault('it neither removes nor updates, or it does both. Choose one.');
    if (remove === true)
      return valueAt(before, path) === undefined ? fault('it matches nothing. Fix the path.') : [];
    const value = valueAt(applied, path);
    if (value === undefined) return fault('it matches nothing. Fix the path.');
    return contains(value, update)
      ? []
      : fault('the made document does not have the update. Fix the path, or the actions after it.');
  });
}

/** The steps of a target; null if it has a form that is not supported, such as a filter. */
function pathOf(target: string): readonly string[] | null {
  if (!target.startsWith('$')) return null;
  const steps: string[] = [];
  step.lastIndex = 1;
  while (step.lastIndex < target.length) {
    const match = step.exec(target);
    if (match === null) return null;
    steps.push(match[1] ?? match[2] ?? match[3] ?? match[4] ?? '');
  }
  return steps;
}

function valueAt(document: unknown, path: readonly string[]): unknown {
  let found = document;
  for (const name of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return undefined;
    found = Reflect.get(found, name);
  }
  return found;
}

/** Whether a value has all parts of an update. The items of an array can be anywhere in it. */
function contains(value: unknown, update: unknown): boolean {
  if (Array.isArray(value)) {
    const items = Array.isArray(update) ? update : [update];
    return items.every((item) => value.some((own) => isDeepStrictEqual(own, item)));
  }
  if (typeof update !== 'object' || update === null || Array.isArray(update))
    return isDeepStrictEqual(value, update);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(update).every(
    ([name, part]) => Object.hasOwn(value, name) && contains(Reflect.get(value, name), part),
  );
}
