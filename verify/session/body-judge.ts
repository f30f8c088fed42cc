import type { SchemaValidateFunction } from 'ajv';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { formats } from '../../contract/formats.ts';
import type { OpenApiDocument } from '../../contract/openapi-document.ts';
import { type BodyFault, bodyFaultOf, listed } from './body-fault.ts';
import { placesOf } from './places-of.ts';

/** The faults of a body by the schema at a pointer; empty where it conforms. */
export type BodyJudge = (schemaPointer: string, body: unknown) => readonly BodyFault[];

/** So many faults are listed of one body at most, and so many entries of a list judged: a hostile one has millions. */
const mostFaults = 5_000;
const mostEntries = 2_000;

/** Compiles each schema of a document once, when it is first asked for. */
export function createBodyJudge(document: OpenApiDocument, placeOf: (pointer: string) => string): BodyJudge {
  const places = placesOf(document);
  const placeOfSchema = (schema: unknown) => placeOf(places.get(schema) ?? '#/components/schemas');
  let unknownValues: BodyFault[] = [];
  const ajv = new Ajv2020({
    validateSchema: false,
    strict: true,
    allowUnionTypes: true,
    strictRequired: false,
    allErrors: true,
    verbose: true,
    // What is inlined is reported at the place that refers to it, not at the one that says it.
    inlineRefs: false,
    formats,
  });
  ajv.addVocabulary(['x-provenance', 'example', 'paths', 'components']);
  // A value that the contract does not know is allowed, and worth a warning.
  const noteUnknown: SchemaValidateFunction = (known: readonly string[], value: string, parent, at) => {
    if (!known.includes(value) && unknownValues.length < mostFaults) {
      unknownValues.push({
        kind: 'open-enums',
        pointer: at?.instancePath ?? '',
        expected: `one of the values known today: ${listed(known)}`,
        value,
        place: placeOfSchema(parent),
        provenance: parent?.['x-provenance'] ?? 'page',
      });
    }
    return true;
  };
  ajv.addKeyword({ keyword: 'x-extensible-enum', type: 'string', validate: noteUnknown, errors: false });
  ajv.addSchema({ $id: 'contract', paths: document.paths, components: document.components });
  const compiled = new Map<string, ValidateFunction>();

  return (pointer, body) => {
    const validate = compiled.get(pointer) ?? ajv.compile({ $ref: `contract${pointer}` });
    compiled.set(pointer, validate);
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
