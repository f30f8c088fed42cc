import { isDateTime } from '../../contract/formats.ts';
import type { Provenance } from '../../contract/openapi-document.ts';
import type { SchemaError } from '../../contract/schema-compiler.ts';

/** The kinds of schema errors. Each kind has its own check. */
export const bodyFaultKinds = [
  'required-fields',
  'types',
  'null',
  'undocumented-fields',
  'enums',
  'open-enums',
  'times',
  'uuids',
  'uris',
  'bounds',
  'conditions',
  'secret-names',
] as const;
export type BodyFaultKind = (typeof bodyFaultKinds)[number];

/** An error of a body against its schema. */
export interface BodyFault {
  readonly kind: BodyFaultKind;
  readonly at: string;
  readonly expected: string;
  /** The value at the pointer; undefined if there is none. */
  readonly value: unknown;
  readonly rule: string;
  readonly provenance: Provenance;
}

interface SchemaNode {
  readonly 'x-provenance'?: Provenance;
  /** The source of single keywords, if it is not that of the schema. */
  readonly 'x-provenance-of'?: Readonly<Record<string, Provenance>>;
  readonly format?: string;
  readonly type?: unknown;
  readonly anyOf?: readonly SchemaNode[];
  readonly oneOf?: readonly SchemaNode[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
}

/** Converts an error of the validator; null for an error that only accompanies another one. */
export function bodyFaultOf(
  error: SchemaError,
  locationOfSchema: (schema: unknown) => string,
): BodyFault | null {
  const { keyword, params, instancePath, data, message = 'is not allowed' } = error;
  const parent = (error.parentSchema ?? {}) as SchemaNode;
  // In an error, the path of a referenced schema begins with the reference.
  const rule = locationOfSchema(error.parentSchema);
  const own = { at: instancePath, value: data, rule, provenance: parent['x-provenance'] ?? 'page' };
  const unlessStated = { ...own, provenance: sourceOf(parent, keyword) ?? 'decided' };
  // The error of the union itself lists the types of all branches.
  if (/\/(?:any|one)Of\//.test(error.schemaPath)) return null;
  if (/\/(?:then|else)\//.test(error.schemaPath)) {
    // The page says when a field is empty. That it has a value otherwise is decided.
    const condition = error.schemaPath.includes('/then/') ? unlessStated : own;
    return { ...condition, kind: 'conditions', expected: `what the condition requires: ${message}` };
  }
  switch (keyword) {
    // These only accompany the error of a subschema.
    case 'if':
    case 'propertyNames':
      return null;
    case 'required': {
      const missing = String(params.missingProperty);
      const property = parent.properties?.[missing];
      const provenance =
        sourceOf(property, keyword) ??
        sourceOf(parent, keyword) ??
        property?.['x-provenance'] ??
        own.provenance;
      const pointer = `${instancePath}/${missing}`;
      return {
        ...own,
        kind: 'required-fields',
        at: pointer,
        value: undefined,
        expected: 'a value',
        provenance,
      };
    }
    case 'type':
      return { ...own, kind: data === null ? 'null' : 'types', expected: listed([params.type].flat()) };
    case 'anyOf':
    case 'oneOf': {
      const types = (parent.anyOf ?? parent.oneOf ?? []).flatMap(({ type }) => type ?? []);
      return { ...own, kind: data === null ? 'null' : 'types', expected: listed(types) };
    }
    case 'additionalProperties': {
      const extra = String(params.additionalProperty);
      const value: unknown = Reflect.get(Object(data), extra);
      // The pages name fields, and do not say that there are no others.
      return {
        ...unlessStated,
        kind: 'undocumented-fields',
        at: `${instancePath}/${extra}`,
        value,
        expected: 'no such field',
      };
    }
    case 'enum':
    case 'const':
      return {
        ...own,
        kind: 'enums',
        expected: `one of ${listed(Array.isArray(params.allowedValues) ? params.allowedValues : [params.allowedValue])}`,
      };
    case 'format':
      return {
        ...own,
        kind: kindOfFormat(String(params.format)),
        expected: expectedFormat(String(params.format)),
      };
    case 'pattern':
      // Text that is not a time has an error of its format.
      if (parent.format === 'date-time' && !isDateTime(String(data))) return null;
      return parent.format === 'date-time'
        ? // At most the examples of a page show how UTC is written.
          { ...unlessStated, kind: 'times', expected: `a UTC time that matches ${String(params.pattern)}` }
        : { ...unlessStated, kind: 'bounds', expected: `text that matches ${String(params.pattern)}` };
    case 'not': {
      const pointer =
        error.propertyName === undefined ? instancePath : `${instancePath}/${error.propertyName}`;
      return { ...own, kind: 'secret-names', at: pointer, expected: 'no key that names a secret' };
    }
    default:
      // Most bounds protect clients of this project, and no page states them.
      return {
        ...unlessStated,
        kind: 'bounds',
        expected: message.replace(/^must (?:NOT )?/, (start) => (start === 'must ' ? 'to ' : 'not to ')),
      };
  }
}

/** The source of one keyword of a schema; undefined if it has no own source. */
function sourceOf(schema: SchemaNode | undefined, keyword: string): Provenance | undefined {
  return schema?.['x-provenance-of']?.[keyword];
}

function kindOfFormat(format: string): BodyFaultKind {
  return format === 'date-time'
    ? 'times'
    : format === 'uuid'
      ? 'uuids'
      : format === 'uri'
        ? 'uris'
        : 'bounds';
}

function expectedFormat(format: string): string {
  switch (format) {
    case 'date-time':
      return 'an RFC 3339 date-time with a time zone, on an existing day';
    case 'uuid':
      return 'a UUID';
    case 'uri':
      return 'an absolute URI';
    default:
      return `the format ${format}`;
  }
}

/** Values as readable text: at most twelve, and the number of the others. */
export function listed(values: readonly unknown[], separator = ', '): string {
  const shown = values.slice(0, 12).map(String);
  return (
    shown.join(separator) + (values.length > shown.length ? ` and ${values.length - shown.length} more` : '')
  );
}
