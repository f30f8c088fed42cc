import type { Contract } from '../../contract/contract.ts';
import { escapePointer, type OpenApiDocument, type Provenance } from '../../contract/openapi-document.ts';
import type { DocumentedResponse } from '../../contract/operation.ts';
import { createSchemaCompiler } from '../../contract/schema-compiler.ts';
import { validatedDocument } from '../../contract/validated-document.ts';
import { type BodyFault, bodyFaultOf, listed } from './body-fault.ts';

/** The faults of a body by the schema at a pointer; empty where it conforms. */
export type BodyValidator = (schemaPointer: string, body: unknown) => readonly BodyFault[];

/** So many faults are listed of one body at most, and so many entries of a list checked: a hostile one has millions. */
const mostFaults = 5_000;
const mostEntries = 2_000;

const known = new WeakMap<Contract, BodyValidator>();

/** Judges bodies by the schemas of a contract, each of which is compiled once, when it is first needed. */
export function bodyValidatorOf(contract: Contract): BodyValidator {
  const validator = known.get(contract) ?? createBodyValidator(contract);
  known.set(contract, validator);
  return validator;
}

/** Where the schema of a response's body is, as a pointer after `#`; null if it has no body. */
export function bodySchemaOf({ content }: DocumentedResponse): string | null {
  const [mediaType] = content.values();
  return mediaType?.schemaPointer ?? null;
}

function createBodyValidator({ document: written, locationOf: placeOf }: Contract): BodyValidator {
  const document = validatedDocument(written);
  const places = placesOf(document);
  const placeOfSchema = (schema: unknown) => placeOf(places.get(schema) ?? '#/components/schemas');
  let unknownValues: BodyFault[] = [];
  const schemaAt = createSchemaCompiler(document, {
    allErrors: true,
    // A value that the contract does not know is allowed, and worth a warning.
    onUnknownValue: ({ known, value, schema, at }) => {
      if (unknownValues.length >= mostFaults) return;
      unknownValues.push({
        kind: 'open-enums',
        at,
        expected: `one of the values known today: ${listed(known)}`,
        value,
        rule: placeOfSchema(schema),
        provenance: provenanceOf(schema),
      });
    },
  });

  return (pointer, body) => {
    const validate = schemaAt(pointer);
    unknownValues = [];
    validate(cut(body));
    const faults = (validate.errors ?? [])
      .slice(0, mostFaults)
      .flatMap((error) => bodyFaultOf(error, placeOfSchema) ?? []);
    return [...faults, ...unknownValues];
  };
}

/** A body whose list is no longer than any page of a contract. */
function cut(body: unknown): unknown {
  const short = (value: unknown) =>
    Array.isArray(value) && value.length > mostEntries ? value.slice(0, mostEntries) : value;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return short(body);
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, short(value)]));
}

function provenanceOf(schema: unknown): Provenance {
  const { 'x-provenance': provenance = 'page' } = schema as { readonly 'x-provenance'?: Provenance };
  return provenance;
}

/** Where each object of a document stands, as a pointer after `#`. */
function placesOf({ paths, components }: OpenApiDocument): ReadonlyMap<unknown, string> {
  const found = new Map<unknown, string>();
  const visit = (node: unknown, pointer: string) => {
    if (typeof node !== 'object' || node === null) return;
    found.set(node, pointer);
    for (const [key, value] of Object.entries(node)) visit(value, `${pointer}/${escapePointer(key)}`);
  };
  visit(paths, '#/paths');
  visit(components, '#/components');
  return found;
}
