import { isObject, type Rule } from './lint-visitor.ts';

/** Every object schema says whether it takes further fields; to say nothing is to take any. */
export const closedObjects: Rule = () => ({
  Schema(schema, { report, location }) {
    const types = [Reflect.get(schema, 'type')].flat();
    const isBranch = /\/(?:if|then|else|not)(?:\/properties\/[^/]+)?$/.test(location.pointer);
    if (
      !isBranch &&
      (types.includes('object') || 'properties' in schema) &&
      !('additionalProperties' in schema)
    ) {
      report({ message: 'Say in additionalProperties whether this object takes further fields.', location });
    }
  },
});

/** What JSON Schema draft 7 and 2020-12 both know and mean alike: some readers of a contract know only the older. */
const sharedKeywords: ReadonlySet<string> = new Set([
  ...['$comment', 'title', 'description', 'default', 'readOnly', 'writeOnly', 'examples'],
  ...['type', 'enum', 'const', 'format', 'allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else'],
  ...['multipleOf', 'minimum', 'exclusiveMinimum', 'maximum', 'exclusiveMaximum'],
  ...['minLength', 'maxLength', 'pattern', 'contentMediaType', 'contentEncoding'],
  ...['items', 'minItems', 'maxItems', 'uniqueItems', 'contains'],
  ...['properties', 'required', 'additionalProperties', 'patternProperties', 'propertyNames'],
  ...['minProperties', 'maxProperties'],
]);

/** What may stand beside a reference: a reader of draft 7 skips it, so it must not decide anything. */
const annotations: ReadonlySet<string> = new Set(['$ref', '$comment', 'title', 'summary', 'description']);

/** Only keywords that a reader of draft 7 takes for what they mean. */
export const draft7Keywords: Rule = () => ({
  Schema(schema, { report, location }) {
    for (const keyword of Object.keys(schema)) {
      if (!sharedKeywords.has(keyword) && !keyword.startsWith('x-')) {
        report({ message: `${keyword} is not a keyword of draft 7.`, location: location.child([keyword]) });
      }
    }
  },
  ref(reference, { report, location }) {
    for (const keyword of isObject(reference) ? Object.keys(reference) : []) {
      if (!annotations.has(keyword) && !keyword.startsWith('x-')) {
        report({ message: `Draft 7 skips ${keyword} beside $ref.`, location: location.child([keyword]) });
      }
    }
  },
});
