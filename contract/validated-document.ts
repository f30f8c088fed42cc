import { escapePointer } from './openapi-document.ts';

/** What a value in JSON can be. A list of types is for validators alone: few generators read one. */
const anyType = ['object', 'array', 'string', 'number', 'boolean', 'null'];

/**
 * The document as validators read it: with JSON Schema keywords in place of its extension keywords. Those state rules
 * that generators, importers and fakers cannot read:
 *
 * - `x-pattern` is a `pattern`. It may have what only ECMAScript reads, and may stand next to a `format`.
 * - `x-every-level` is a schema for the value and for every value in it, at any depth.
 *
 * Objects without such a keyword in them are the same objects. Throws for a keyword that could have no effect.
 */
export function validatedDocument<Document extends object>(document: Document): Document {
  // Each object is replaced by one of the same form, apart from the two keywords.
  return validated(document, '#') as Document;
}

function validated(node: unknown, pointer: string): unknown {
  if (typeof node !== 'object' || node === null) return node;
  let isChanged = false;
  const entries = Object.entries(node).map(([key, value]) => {
    const next = validated(value, `${pointer}/${escapePointer(key)}`);
    isChanged ||= next !== value;
    return [key, next] as const;
  });
  const copy = !isChanged
    ? node
    : Array.isArray(node)
      ? entries.map(([, value]) => value)
      : Object.fromEntries(entries);
  return 'x-pattern' in copy || 'x-every-level' in copy ? withKeywords(copy, pointer) : copy;
}

function withKeywords(schema: Readonly<Record<string, unknown>>, pointer: string): object {
  const { 'x-pattern': pattern, 'x-every-level': everyLevel, ...rest } = schema;
  const added = {
    ...(pattern === undefined ? {} : { pattern }),
    ...(everyLevel === undefined ? {} : recursive(everyLevel, pointer)),
  };
  const lost = Object.keys(added).find((keyword) => keyword in rest);
  if (lost === undefined) return { ...rest, ...added };
  throw new Error(`${lost} at ${pointer} is also set by an extension keyword. Keep one of the two.`);
}

function recursive(schema: unknown, pointer: string): object {
  if (!/^#\/components\/schemas\/[\w.-]+$/.test(pointer)) {
    throw new Error(
      `Nothing can refer to x-every-level at ${pointer}. Move its schema to components/schemas.`,
    );
  }
  const self = { $ref: pointer };
  return { type: anyType, ...Object(schema), additionalProperties: self, items: self };
}
