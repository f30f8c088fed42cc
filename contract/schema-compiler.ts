import type { SchemaValidateFunction } from 'ajv';
import { Ajv2020, type Options } from 'ajv/dist/2020.js';
import { formats } from './formats.ts';
import type { OpenApiDocument } from './openapi-document.ts';
import { validatedDocument } from './validated-document.ts';

/** A validation error of a value, in Ajv's format. */
export interface SchemaError {
  readonly keyword: string;
  /** JSON pointer into the value that is validated. */
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly propertyName?: string;
  readonly message?: string;
  readonly parentSchema?: object;
  readonly data?: unknown;
}

/** Returns whether a value is valid. If it is not, `errors` contains the errors of the last call. */
export interface SchemaValidator {
  (value: unknown): boolean;
  readonly errors?: readonly SchemaError[] | null;
}

/** Returns the validator for the schema at a pointer, such as `#/components/schemas/User`. */
export type SchemaAt = (pointer: string) => SchemaValidator;

/** Called with each value that an open enum does not list. Such a value is valid. */
export type OnUnknownValue = (options: {
  readonly known: readonly string[];
  readonly value: string;
  readonly schema: unknown;
  /** JSON pointer into the value that is validated. */
  readonly at: string;
}) => void;

/**
 * The only Ajv set-up of this project. By default it stops at the first error, which is fast. With `allErrors` it
 * reports all errors, each with its value and its schema; the location is that of the schema, not of a reference to it.
 */
export function createSchemaCompiler(
  document: OpenApiDocument,
  options: { readonly allErrors?: boolean; readonly onUnknownValue?: OnUnknownValue } = {},
): SchemaAt {
  const { allErrors = false, onUnknownValue } = options;
  const detail: Options = allErrors ? { allErrors, verbose: true, inlineRefs: false } : {};
  const ajv = new Ajv2020({
    // The documents are linted already, and compiling the meta-schema takes long.
    validateSchema: false,
    meta: false,
    strict: true,
    allowUnionTypes: true,
    strictRequired: false,
    formats,
    ...detail,
  });
  ajv.addVocabulary(['x-provenance', 'x-provenance-of', 'x-keys', 'example', 'paths', 'components']);
  if (onUnknownValue === undefined) {
    ajv.addVocabulary(['x-extensible-enum']);
  } else {
    const validate: SchemaValidateFunction = (known: readonly string[], value: string, schema, context) => {
      if (!known.includes(value)) onUnknownValue({ known, value, schema, at: context?.instancePath ?? '' });
      return true;
    };
    ajv.addKeyword({ keyword: 'x-extensible-enum', type: 'string', validate, errors: false });
  }
  const { paths, components } = validatedDocument(document);
  ajv.addSchema({ $id: 'contract', paths, components });
  const compiled = new Map<string, SchemaValidator>();
  return (pointer) => {
    const validate = compiled.get(pointer) ?? ajv.compile({ $ref: `contract${pointer}` });
    compiled.set(pointer, validate);
    return validate;
  };
}
