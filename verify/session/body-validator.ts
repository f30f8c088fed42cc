import type { Contract } from '../../contract/contract.ts';
import { escapePointer, type OpenApiDocument, type Provenance } from '../../contract/openapi-document.ts';
import type { DocumentedResponse } from '../../contract/operation.ts';
import { createSchemaCompiler } from '../../contract/schema-compiler.ts';
import { validatedDocument } from '../../contract/validated-document.ts';
import { type BodyFault, bodyFaultOf, listed } from './body-fault.ts';

/** Validates a body against the schema at a pointer. Returns the errors; empty if it conforms. */
export type BodyValidator = (schemaPointer: string, body: unknown) => readonly BodyFault[];

/** The maximum number of errors per body and of checked entries per list: a hostile body can have millions. */
const maxFaults = 5_000;
const maxEntries = 2_000;

const known = new WeakMap<Contract, BodyValidator>();

/** Returns the validator of a contract. Each schema is compiled once, at its first use. */
export function bodyValidatorOf(contract: Contract): BodyValidator {
  const validator = known.get(contract) ?? createBodyValidator(contract);
  known.set(contract, validator);
  return validator;
}

/** The pointer to the schema of a response's body; null if the response has no body. */
export function bodySchemaOf({ content }: DocumentedResponse): string | null {
  const [mediaType] = content.values();
  return mediaType?.schemaPointer ?? null;
}

function createBodyValidator({ document: source, locationOf }: Contract): BodyValidator {
  const document = validatedDocument(source);
  const pointers = pointersOf(document);
  const locationOfSchema = (schema: unknown) => locationOf(pointers.get(schema) ?? '#/components/schemas');
  let unknownValues: BodyFault[] = [];
  const schemaAt = createSchemaCompiler(document, {
    allErrors: true,
    // A value that the contract does not list is allowed, but reported as a warning.
    onUnknownValue: ({ known, value, schema, at }) => {
      if (unknownValues.length >= maxFaults) return;
      unknownValues.push({
        kind: 'open-enums',
        at,
        expected: `one of the values known today: ${listed(known)}`,
        value,
        rule: locationOfSchema(schema),
        provenance: provenanceOf(schema),
      });
    },
  });

  return (pointer, body) => {
    const validate = schemaAt(pointer);
    unknownValues = [];
    validate(cut(body));
    const faults = (validate.errors ?? [])
      .slice(0, maxFaults)
      .flatMap((error) => bodyFaultOf(error, locationOfSchema) ?? []);
    return [...faults, ...unknownValues];
  };
}

/** The body with long lists cut. No page of a contract is that long. */
function cut(body: unknown): unknown {
  const shorten = (value: unknown) =>
    Array.isArray(value) && value.length > maxEntries ? value.slice(0, maxEntries) : value;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return shorten(body);
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, shorten(value)]));
}

function provenanceOf(schema: unknown): Provenance {
  const { 'x-provenance': provenance = 'page' } = schema as { readonly 'x-provenance'?: Provenance };
  return provenance;
}

/** The pointer to each object of a document. */
function pointersOf({ paths, components }: OpenApiDocument): ReadonlyMap<unknown, string> {
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
