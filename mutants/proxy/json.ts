/** A JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

/** A JSON object. */
export interface JsonObject {
  readonly [name: string]: Json;
}

/** Reads a body; undefined if it is not JSON. */
export function parseJson(body: Buffer): Json | undefined {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}

/** Whether a value is an object and not an array. */
export function isObject(json: Json | undefined): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

/** The same object without a field. */
export function withoutField(object: JsonObject, name: string): JsonObject {
  const { [name]: _, ...rest } = object;
  return rest;
}

/** The same object with one field changed, if it has that field. */
export function withField(object: JsonObject, name: string, change: (value: Json) => Json): JsonObject {
  const value = object[name];
  return value === undefined ? object : { ...object, [name]: change(value) };
}
