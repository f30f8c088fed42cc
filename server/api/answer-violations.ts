import type { DocumentedResponse } from '../../contract/operation.ts';
import type { SchemaAt, SchemaError } from '../../contract/schema-compiler.ts';
import type { Answer } from './answer.ts';

/** A place where an answer violates the contract, as a JSON pointer, and what the contract says about it. */
export interface Violation {
  readonly pointer: string;
  readonly message: string;
}

/** Returns all violations of an answer; empty if it conforms. An undeclared content type is a violation. */
export function answerViolations(
  { headers, content }: DocumentedResponse,
  schemaAt: SchemaAt,
  answer: Answer,
): Violation[] {
  const given = answer.headers ?? {};
  const found: Violation[] = [];
  for (const [name, { required, schema, schemaPointer }] of headers) {
    const value = given[name];
    if (value === undefined) {
      if (required) found.push({ pointer: `/headers/${name}`, message: 'is required' });
      continue;
    }
    const validate = schemaAt(schemaPointer);
    const typed = schema.type === 'integer' ? Number(value) : value;
    if (!validate(typed)) found.push(...violationsOf(validate.errors, `/headers/${name}`));
  }
  return found.concat(bodyViolations(content, schemaAt, answer));
}

function bodyViolations(
  content: DocumentedResponse['content'],
  schemaAt: SchemaAt,
  { body, contentType = 'application/json' }: Answer,
): Violation[] {
  if (content.size === 0) return body === undefined ? [] : [{ pointer: '', message: 'must have no body' }];
  const mediaType = content.get(contentType);
  if (mediaType === undefined) {
    return [{ pointer: '', message: `is ${contentType}, which the contract does not declare` }];
  }
  const validate = schemaAt(mediaType.schemaPointer);
  return validate(body) ? [] : violationsOf(validate.errors);
}

function violationsOf(errors: readonly SchemaError[] | null | undefined, under = ''): Violation[] {
  return (errors ?? []).map(({ instancePath, message, params, propertyName }) => {
    const key: unknown = propertyName ?? params.additionalProperty ?? params.propertyName;
    return { pointer: under + instancePath, message: `${message}${key === undefined ? '' : `: ${key}`}` };
  });
}
