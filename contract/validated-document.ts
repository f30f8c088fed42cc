import { escapePointer } from './openapi-document.ts';

/** All JSON types. A list of types is only for validators: few generators support it. */
const anyType = ['object', 'array', 'string', 'number', 'boolean', 'null'];

/**
 * Returns the document for validators, with JSON Schema keywords instead of extension keywords. The extension keywords
 * state rules that generators, importers and fakers do not support:
 *
 * - `x-pattern` is a `pattern`. It can use ECMAScript syntax, and it can be next to a `format`.
 * - `x-every-level` is a schema for the value and for every value in it, at any depth.
 *
 * Objects without such keywords are not copied. Throws for a keyword that would have no effect.
 */
export function validatedDocument<Document extends object>(document: Document): Document {
  // Only the two keywords change, so the type of the document stays the same.
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
      `x-every-level at ${pointer} cannot be referenced. Move its schema to components/schemas.`,
    );
  }
  const self = { $ref: pointer };
  return { type: anyType, ...Object(schema), additionalProperties: self, items: self };
}
