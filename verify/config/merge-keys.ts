import { type Document, isAlias, isMap, isScalar, isSeq, type Pair, type YAMLMap } from 'yaml';

/** Whether a pair is a merge key, `<<: *base`. The library replaces the key by a symbol. */
export function isMerge({ key }: Pair): boolean {
  return isScalar(key) && typeof key.value === 'symbol';
}

/** The mappings that a merge key names; null if it names anything else. */
export function mergedMaps(document: Document, { value }: Pair): readonly YAMLMap[] | null {
  const target = isAlias(value) ? value.resolve(document) : value;
  const sources = isSeq(target) ? target.items : [target];
  const maps = sources.map((source) => (isAlias(source) ? source.resolve(document) : source)).filter(isMap);
  return maps.length === sources.length ? maps : null;
}

/** The pair of a name in a mapping, or in one that it merges; undefined if there is none. */
export function pairIn(
  document: Document,
  map: YAMLMap,
  name: string,
  seen: ReadonlySet<YAMLMap> = new Set(),
): Pair | undefined {
  if (seen.has(map)) return undefined;
  const own = map.items.find(
    ({ key }) => isScalar(key) && typeof key.value !== 'symbol' && String(key.value) === name,
  );
  if (own !== undefined) return own;
  return map.items
    .filter(isMerge)
    .flatMap((merge) => mergedMaps(document, merge) ?? [])
    .map((merged) => pairIn(document, merged, name, new Set([...seen, map])))
    .find((pair) => pair !== undefined);
}
