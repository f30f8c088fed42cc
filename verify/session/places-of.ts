import { escapePointer, type OpenApiDocument } from '../../contract/openapi-document.ts';

/** Where each object of a document stands, as a pointer after `#`. */
export function placesOf({ paths, components }: OpenApiDocument): ReadonlyMap<unknown, string> {
  const found = new Map<unknown, string>();
  const visit = (node: unknown, pointer: string) => {
    if (typeof node !== 'object' || node === null) return;
    found.set(node, pointer);
    for (const [key, value] of Object.entries(node)) visit(value, `${pointer}/${escapePointer(key)}`);
  };
  visit(paths, '#/paths');
  visit(components, '#/components');
  return found;
}
