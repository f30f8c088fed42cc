import { choices, type Paging } from '../paging.ts';
import type { Pydantic, Validated } from './pydantic.ts';

/** Reads Mielto's query. The last of repeated values counts, and all errors are reported. */
export function readPage(
  query: URLSearchParams,
  pydantic: Pydantic,
): Paging | { readonly detail: readonly object[] } {
  const detail: object[] = [];
  const read = <Value>(name: string, validate: (text: string) => Validated<Value>): Value | undefined => {
    const text = query.getAll(name).at(-1);
    if (text === undefined) return undefined;
    const validated = validate(text);
    if ('value' in validated) return validated.value;
    detail.push(validated.error);
    return undefined;
  };
  const integer = (name: string, least: number, most: number) =>
    read(name, (text) => pydantic.integer(['query', name], text, { least, most }));
  const skip = integer('skip', 0, Number.POSITIVE_INFINITY) ?? 0;
  const limit = integer('limit', 1, 1000) ?? 100;
  const filters = Object.entries(choices).flatMap(([name, known]) => {
    const value = read(name, (text) => pydantic.choice(['query', name], text, known));
    return value === undefined ? [] : [[name, value] as const];
  });
  return detail.length === 0 ? { skip, limit, filters } : { detail };
}
