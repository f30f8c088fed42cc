// Validates the input of a request with express-openapi-validator.
import type { Request, Response } from 'express';
import { RequestValidator } from 'express-openapi-validator/dist/middlewares/openapi.request.validator.js';
import { formats } from '../../contract/formats.ts';
import {
  dereference,
  type OpenApiDocument,
  type OperationObject,
  type ParameterObject,
} from '../../contract/openapi-document.ts';
import type { Operation } from '../../contract/operation.ts';
import { validatedDocument } from '../../contract/validated-document.ts';

/** Throws the error of express-openapi-validator if the parameters or the body of a request violate the contract. */
export type ValidateRequest = (operation: Operation, request: Request, response: Response) => void;

type ApiDocument = ConstructorParameters<typeof RequestValidator>[0];
type RequestOptions = NonNullable<ConstructorParameters<typeof RequestValidator>[1]>;
type OpenApiRequest = Parameters<RequestValidator['validate']>[0];

const options: RequestOptions & { readonly meta: false } = {
  strict: false,
  strictNumbers: true,
  // The documents are linted, so checking them again would only slow down each start.
  validateSchema: false,
  meta: false,
  allErrors: true,
  coerceTypes: false,
  useDefaults: true,
  allowUnknownQueryParameters: true,
  validateFormats: true,
  formats: Object.fromEntries(
    Object.entries(formats).map(([name, validate]) => [name, { type: 'string' as const, validate }]),
  ),
};

/**
 * Makes the function that checks the input of a request against one document. It does not check keys. It does not match
 * paths, because the router has found the operation.
 *
 * It uses the library's validator without its middleware, which would compile the schema of OpenAPI at each start and
 * match each request against every path again.
 */
export function createRequestValidator(document: OpenApiDocument): ValidateRequest {
  let ready: ReturnType<typeof prepare> | undefined;

  return function validateRequest({ path, method }, request, response) {
    ready ??= prepare(document);
    const { apiDocument, validator } = ready;
    const openapi = {
      expressRoute: path,
      openApiRoute: path,
      pathParams: { ...request.params },
      schema: apiDocument.paths[path]?.[method],
    };
    Object.assign(request, { openapi });
    let isValid = false;
    validator.validate(request as unknown as OpenApiRequest, response, () => {
      isValid = true;
    });
    if (!isValid) throw new Error(`The validator did not check a request to ${path}.`);
  };
}

function prepare(document: OpenApiDocument) {
  const apiDocument = inputsOf(validatedDocument(document));
  return { apiDocument, validator: new RequestValidator(apiDocument as unknown as ApiDocument, options) };
}

/**
 * Copies the inputs of a document, because the library changes it. References to parameter schemas are resolved:
 * otherwise the library would parse text in a query as JSON. Parameters of a path are copied to its operations. Reserved
 * characters in a query are allowed, as in the vendors' framework.
 */
function inputsOf(document: OpenApiDocument): OpenApiDocument {
  const { schemas = {} } = document.components;
  const paths = Object.entries(document.paths).map(([path, { parameters: shared = [], ...operations }]) => {
    const inputs = Object.entries(operations).map(([method, operation]) => [
      method,
      inputOf(document, operation, shared),
    ]);
    return [path, Object.fromEntries(inputs)];
  });
  return structuredClone({
    openapi: '3.1.0',
    info: document.info,
    paths: Object.fromEntries(paths),
    components: { schemas },
  });
}

function inputOf(
  document: OpenApiDocument,
  { operationId, parameters = [], requestBody }: OperationObject,
  shared: NonNullable<OperationObject['parameters']>,
) {
  const all = [...shared, ...parameters].map((parameter) =>
    withSchema(document, dereference(document, parameter)),
  );
  const body = requestBody === undefined ? {} : { requestBody: dereference(document, requestBody) };
  return { operationId, parameters: all, responses: {}, ...body };
}

function withSchema(document: OpenApiDocument, parameter: ParameterObject) {
  const schema = dereference(document, parameter.schema);
  return { ...parameter, schema, ...(parameter.in === 'query' ? { allowReserved: true } : {}) };
}
