import { isAlias, isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { type Vendor, vendorNames } from '../../spec/vendors.ts';
import { pairIn } from './merge-keys.ts';

/** Returns the line of each API in a valid configuration, counted from 1. APIs that it does not contain have none. */
export function apiLines(text: string): ReadonlyMap<Vendor, number> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, merge: true });
  const root = document.contents;
  const apis = isMap(root) ? pairIn(document, root, 'apis')?.value : undefined;
  const map = isAlias(apis) ? apis.resolve(document) : apis;
  if (!isMap(map)) return new Map();
  return new Map(
    vendorNames.flatMap((vendor) => {
      const key = pairIn(document, map, vendor)?.key;
      const offset = isScalar(key) ? key.range?.[0] : undefined;
      return offset === undefined ? [] : [[vendor, lines.linePos(offset).line] as const];
    }),
  );
}
