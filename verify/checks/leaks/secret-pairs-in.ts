import { namesSecret } from '../../session/secret-shapes.ts';

const deepest = 200;

/** The pointers of the values in `{name, value}` pairs whose name is that of a secret. */
export function secretPairsIn(value: unknown, pointer = '', depth = 0): string[] {
  if (typeof value !== 'object' || value === null || depth > deepest) return [];
  const entries = Object.entries(value);
  const below = entries.flatMap(([key, entry]) => secretPairsIn(entry, `${pointer}/${key}`, depth + 1));
  const name = entries.find(([key]) => key === 'name' || key === 'key')?.[1];
  const given = entries.find(([key]) => key === 'value')?.[1];
  const isSecret =
    typeof name === 'string' && namesSecret(name) && given !== undefined && given !== null && given !== '';
  return isSecret ? [`${pointer}/value`, ...below] : below;
}
