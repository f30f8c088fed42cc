// Rules against what only validators read: each form stops a generator, an importer or a faker in wide use.
import { isObject, type Rule, type RuleContext } from './lint-visitor.ts';

/** One type, or one and null: code generators for typed languages stop at any other union in `type`. */
export const singleType: Rule = () => ({
  Schema(schema, { report, location }) {
    const types = [Reflect.get(schema, 'type')].flat().filter((type) => type !== 'null');
    if (types.length > 1) {
      report({
        message: `Write the union of ${types.join(' and ')} as oneOf, or leave out the type of any value.`,
        location: location.child(['type']),
      });
    }
  },
});

/** A union is `oneOf`, except of one schema and null: a generator for Go stops at any other `anyOf`. */
export const unionIsOneOf: Rule = () => ({
  Schema(schema, { report, location }) {
    const all: unknown = Reflect.get(schema, 'anyOf');
    const isNull = (part: unknown) => isObject(part) && Reflect.get(part, 'type') === 'null';
    if (Array.isArray(all) && all.filter((part) => !isNull(part)).length > 1) {
      report({ message: 'Write this union as oneOf.', location: location.child(['anyOf']) });
    }
  },
});

/** Schemas with a name share no value of their enums: a generator for Go makes one constant of each value. */
export const distinctEnums: Rule = () => ({
  NamedSchemas(schemas, { report, location }) {
    const seen = new Set<unknown>();
    for (const [name, schema] of Object.entries(schemas)) {
      const values: unknown = isObject(schema) ? Reflect.get(schema, 'enum') : undefined;
      if (!Array.isArray(values)) continue;
      const shared = values.find((value) => value !== null && seen.has(value));
      if (shared !== undefined) {
        report({
          message: `Another schema has ${shared} too. Write this enum where it is used.`,
          location: location.child([name, 'enum']),
        });
      }
      for (const value of values) seen.add(value);
    }
  },
});

/** Names of properties have one schema: a generator takes two for an object, and refuses every name. */
export const plainPropertyNames: Rule = () => ({
  Schema(schema, { report, location }) {
    const names: unknown = Reflect.get(schema, 'propertyNames');
    const all: unknown = isObject(names) ? Reflect.get(names, 'allOf') : undefined;
    if (Array.isArray(all) && all.filter((part) => isObject(part) && '$ref' in part).length > 1) {
      report({
        message: 'Refer to one schema for the names of properties.',
        location: location.child(['propertyNames', 'allOf']),
      });
    }
  },
});

/** No schema refers to itself: fakers do not end, and some generators leave out the whole operation. */
export const noRecursion: Rule = () => ({
  ref(reference, { report, location, resolve }) {
    if (leadsTo(resolve(reference).node, reference, resolve, new Set())) {
      report({ message: 'Do not refer to a schema from within it: use x-every-level.', location });
    }
  },
});

/** Whether one node is in the other, or in what that refers to. */
function leadsTo(from: unknown, node: object, resolve: RuleContext['resolve'], seen: Set<object>): boolean {
  if (from === node) return true;
  if (!isObject(from) || seen.has(from)) return false;
  seen.add(from);
  if ('$ref' in from) return leadsTo(resolve(from).node, node, resolve, seen);
  return Object.entries(from).some(
    ([key, value]) => !key.startsWith('x-') && leadsTo(value, node, resolve, seen),
  );
}

/** A constant says its type: generators take it for any value without one. */
export const typedConst: Rule = () => ({
  Schema(schema, { report, location }) {
    if ('const' in schema && !('type' in schema)) {
      report({ message: 'Say the type of this constant in type.', location: location.child(['const']) });
    }
  },
});

/** `\u`, `\p`, `\c`, references to groups, and looking ahead or behind. */
const notPortable = /(?<!\\)(?:\\\\)*(?:\\[upPck1-9]|\(\?[=!<])/;

/** A pattern has only what ECMAScript, RE2 (Go), Rust, Python and Java read alike. */
export const portablePattern: Rule = () => ({
  Schema(schema, { report, location }) {
    const pattern: unknown = Reflect.get(schema, 'pattern');
    if (typeof pattern === 'string' && notPortable.test(pattern)) {
      report({
        message: 'Not every language reads this pattern: use x-pattern, which is for validators alone.',
        location: location.child(['pattern']),
      });
    }
  },
});

/** A text has a pattern or a format: no faker makes a value that keeps both. */
export const patternOrFormat: Rule = () => ({
  Schema(schema, { report, location }) {
    if ('pattern' in schema && 'format' in schema) {
      report({
        message: 'Fakers cannot keep a pattern and a format at once: use x-pattern, which they do not read.',
        location: location.child(['pattern']),
      });
    }
  },
});
