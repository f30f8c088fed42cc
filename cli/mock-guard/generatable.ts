/** A JSON Schema that is an object. */
type Schema = Readonly<Record<string, unknown>>;

/** Maximum number of items and properties. Larger values are not useful, and the generator needs long for them. */
const largest = 3;

/** The keywords whose value is a schema. */
const schemaKeywords: ReadonlySet<string> = new Set(['items', 'additionalProperties']);

/** The keywords whose value has schemas as its values; `__bundled__` is Prism's. */
const mapKeywords: ReadonlySet<string> = new Set(['properties', 'patternProperties', '__bundled__']);

/** The keywords whose value is a list of schemas. */
const listKeywords: ReadonlySet<string> = new Set(['anyOf', 'oneOf', 'allOf']);

/** The keywords that restrict the values of a schema. */
const typing = ['type', 'enum', 'const', '$ref', 'not', 'properties', 'items', ...listKeywords];

/**
 * A schema from which json-schema-faker quickly generates values that nearly always conform to the given schema. They
 * still have to be validated. By itself json-schema-faker
 *
 * - ignores the `format` if there is a `pattern`, and ignores `if`,
 * - generates a copy of the schema if any value is allowed,
 * - takes hours for a schema of several types that refers to itself.
 */
export function generatable(schema: unknown): unknown {
  if (!isSchema(schema)) return schema;
  const { if: condition, then: consequence, else: otherwise, ...rest } = schema;
  if (condition !== undefined) {
    const branches = [
      merged(merged(rest, condition), consequence),
      merged(unlike(rest, condition), otherwise),
    ];
    return { anyOf: branches.map(generatable) };
  }
  const inner = Object.entries(schema).map(([keyword, value]) => [keyword, innerOf(keyword, value)]);
  const copy: Schema = Object.fromEntries(inner);
  return { ...copy, ...limitsOf(copy), ...typesOf(copy), ...textsOf(copy) };
}

function innerOf(keyword: string, value: unknown): unknown {
  if (schemaKeywords.has(keyword)) return generatable(value);
  if (listKeywords.has(keyword) && Array.isArray(value)) return value.map(generatable);
  if (!mapKeywords.has(keyword) || !isSchema(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, generatable(one)]));
}

/** Merges two schemas. */
function merged(one: Schema, other: unknown): Schema {
  if (!isSchema(other)) return one;
  const both = { ...one, ...other };
  if (!isSchema(one.properties) || !isSchema(other.properties)) return both;
  const properties: Record<string, unknown> = { ...one.properties };
  for (const [name, schema] of Object.entries(other.properties)) {
    const known = properties[name];
    properties[name] = isSchema(known) ? merged(known, schema) : schema;
  }
  const required = [one.required, other.required].filter(Array.isArray).flat();
  return { ...both, properties, required };
}

/** The schema without the values of enums by which the condition would hold. */
function unlike(schema: Schema, condition: unknown): Schema {
  if (!isSchema(condition) || !isSchema(condition.properties) || !isSchema(schema.properties)) return schema;
  const properties: Record<string, unknown> = { ...schema.properties };
  for (const [name, wanted] of Object.entries(condition.properties)) {
    const known = properties[name];
    if (!isSchema(wanted) || !('const' in wanted) || !isSchema(known) || !Array.isArray(known.enum)) continue;
    properties[name] = { ...known, enum: known.enum.filter((value) => value !== wanted.const) };
  }
  return { ...schema, properties };
}

function limitsOf({ maxItems, minItems, maxProperties, minProperties, type }: Schema): Schema {
  const isOf = (name: string) => type === name || (Array.isArray(type) && type.includes(name));
  return {
    ...(isOf('array') ? { maxItems: limit(minItems, maxItems) } : {}),
    ...(isOf('object') && maxProperties !== undefined
      ? { maxProperties: limit(minProperties, maxProperties) }
      : {}),
  };
}

function limit(least: unknown, most: unknown): number {
  return Math.min(Math.max(Number(least ?? 0), largest), Number(most ?? largest));
}

/** Of several types, keeps those that do not contain values. If any value is allowed, uses some of these types. */
function typesOf(schema: Schema): Schema {
  if (!typing.some((keyword) => keyword in schema)) return { type: ['string', 'integer', 'boolean'] };
  if (!Array.isArray(schema.type)) return {};
  const plain = schema.type.filter((name) => name !== 'object' && name !== 'array');
  return plain.some((name) => name !== 'null') ? { type: plain } : {};
}

/** Samples of a format, or the known values of an open set: the generator would invent values. */
function textsOf(schema: Schema): Schema {
  const texts = samples[String(schema.format)] ?? schema['x-extensible-enum'];
  if (!Array.isArray(texts)) return {};
  // A rule that generators cannot read is in an extension keyword.
  const rule = new RegExp(String(schema.pattern ?? schema['x-pattern'] ?? ''), 'u');
  const isNullable = Array.isArray(schema.type) && schema.type.includes('null');
  const known = [...texts.filter((text) => rule.test(text)), ...(isNullable ? [null] : [])];
  return { enum: known, format: undefined, pattern: undefined };
}

const samples: Readonly<Record<string, readonly string[]>> = {
  'date-time': ['2024-02-29T23:59:59', '2025-01-01T00:00:00', '2025-06-02T12:34:56.789'].flatMap((time) => [
    `${time}Z`,
    `${time}+00:00`,
  ]),
  uri: ['https://example.com/logo.svg', 'https://example.com/a/logo.png?size=64'],
};

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
