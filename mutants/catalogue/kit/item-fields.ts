import { listOperationOf, readContract } from '../../../contract/contract.ts';
import {
  dereference,
  type OpenApiDocument,
  type Reference,
  type SchemaObject,
} from '../../../contract/openapi-document.ts';
import { type Vendor, vendorEntry } from '../../../spec/vendors.ts';

/** The roles of fields of a connection, and how each is found in the schema of the list. */
const roles = {
  /** What was connected: the first required field with an open enum, otherwise the first required text that is not an id. */
  slug: ({ required, isId }) =>
    required.find(({ schema }) => 'x-extensible-enum' in schema) ??
    required.find((field) => isFreeText(field) && !isId(field)),
  /** When it was connected: the first time that is always present. */
  madeAt: ({ required }) => required.find(({ schema }) => schema.format === 'date-time'),
  /** Whether it works: the field `status`, otherwise the first closed enum that is always present. */
  status: ({ required }) =>
    required.find(({ name }) => name === 'status') ??
    required.find(({ schema }) => schema.enum !== undefined),
  /** A field that can contain any text: nullable fields first, then the longest. */
  text: ({ all }) => all.filter(isFreeText).toSorted(byFreedom)[0],
  /** The last of the fields that the schema requires. */
  last: ({ all }) => all.findLast(({ isRequired }) => isRequired),
} as const satisfies Readonly<Record<string, (fields: Fields) => Field | undefined>>;

interface Fields {
  /** In the order of the schema. */
  readonly all: readonly Field[];
  /** The fields that are required and never null. */
  readonly required: readonly Field[];
  readonly isId: (field: Field) => boolean;
}

interface Field {
  readonly name: string;
  readonly schema: SchemaObject;
  readonly isRequired: boolean;
}

const known = new Map<Vendor, Fields>();

/** The vendor's name of the field with this role. Throws if its contract has no such field. */
export function itemField(vendor: Vendor, role: keyof typeof roles): string {
  const fields = known.get(vendor) ?? fieldsOf(vendor);
  known.set(vendor, fields);
  const field = roles[role](fields);
  if (field !== undefined) return field.name;
  throw new Error(
    `Cannot break the list of ${vendor}: its contract has no field for ${role}. Leave ${vendor} out of the vendors of this mutant.`,
  );
}

/** A required field of the object around the list. It is the list itself only if there is no other. */
export function envelopeField(vendor: Vendor): string {
  const [listKey = ''] = vendorEntry(vendor).list.itemsAt.split('/').slice(1, 2);
  return requiredOf(listSchema(vendor)).find((name) => name !== listKey) ?? listKey;
}

function fieldsOf(vendor: Vendor): Fields {
  const { document } = readContract(vendor);
  const { identity } = vendorEntry(vendor).list;
  const item = itemSchema(vendor);
  const required = requiredOf(item);
  const { properties } = item;
  const all = Object.entries(isSchema(properties) ? properties : {}).map(([name, property]): Field => {
    if (!isSchema(property))
      throw new Error(`The field ${name} of ${vendor} has no schema. Fix its contract.`);
    return {
      name,
      schema: dereference<SchemaObject>(document, property),
      isRequired: required.includes(name),
    };
  });
  return {
    all,
    required: all.filter((field) => field.isRequired && !canBeNull(field)),
    isId: ({ name }) => identity.includes(name) || /id$/i.test(name),
  };
}

/** The schema of a connection, found with `itemsAt` in the schema of the list. */
function itemSchema(vendor: Vendor): SchemaObject {
  const { document } = readContract(vendor);
  const keys = vendorEntry(vendor).list.itemsAt.split('/').slice(1);
  let schema = listSchema(vendor);
  for (const key of keys) schema = childOf(document, schema, ['properties', key]);
  return childOf(document, schema, ['items']);
}

function listSchema(vendor: Vendor): SchemaObject {
  const [mediaType] = listOperationOf(vendor).responses.get(200)?.content.values() ?? [];
  return dereference<SchemaObject>(readContract(vendor).document, { $ref: mediaType?.schemaPointer ?? '' });
}

function childOf(document: OpenApiDocument, schema: SchemaObject, keys: readonly string[]): SchemaObject {
  let found: unknown = schema;
  for (const key of keys)
    found = isSchema(found) ? Object.entries(found).find(([name]) => name === key)?.[1] : null;
  if (!isSchema(found))
    throw new Error(`The contract has no schema at ${keys.join('/')}. Fix itemsAt in spec/vendors.ts.`);
  return dereference<SchemaObject>(document, found);
}

function isSchema(value: unknown): value is SchemaObject | Reference {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function requiredOf({ required }: SchemaObject): readonly string[] {
  return Array.isArray(required) ? required.map(String) : [];
}

function canBeNull({ schema: { type } }: Field): boolean {
  return Array.isArray(type) && type.includes('null');
}

function isFreeText({ schema }: Field): boolean {
  const { type } = schema;
  const isText = type === 'string' || (Array.isArray(type) && type.includes('string'));
  const limits = ['format', 'pattern', 'x-pattern', 'enum', 'x-extensible-enum'];
  return isText && !limits.some((keyword) => keyword in schema);
}

function byFreedom(one: Field, other: Field): number {
  return Number(canBeNull(other)) - Number(canBeNull(one)) || lengthOf(other) - lengthOf(one);
}

/** The maximum length of a text; 0 if the contract has none. */
function lengthOf({ schema: { maxLength } }: Field): number {
  return typeof maxLength === 'number' ? maxLength : 0;
}
