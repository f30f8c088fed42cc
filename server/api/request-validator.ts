// The validation of a request's input, by express-openapi-validator.
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

/** Throws what express-openapi-validator says if the parameters or the body of the request break the contract. */
export type ValidateRequest = (operation: Operation, request: Request, response: Response) => void;

type ApiDocument = ConstructorParameters<typeof RequestValidator>[0];
type RequestOptions = NonNullable<ConstructorParameters<typeof RequestValidator>[1]>;
type OpenApiRequest = Parameters<RequestValidator['validate']>[0];

const options: RequestOptions & { readonly meta: false } = {
  strict: false,
  strictNumbers: true,
  // The documents are linted, and checking them again at each start takes long.
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
 * Makes the function that checks the input of a request against the document. One is needed for each document. Keys
 * are not its business, and neither are paths: the router has matched the operation.
 *
 * It is the library's own validator without the middleware around it, which would compile the schema of OpenAPI at
 * each start, and match each request against every path again.
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
    if (!isValid) throw new Error(`The validator did not judge a request to ${path}.`);
  };
}

function prepare(document: OpenApiDocument) {
  const apiDocument = inputsOf(validatedDocument(document));
  return { apiDocument, validator: new RequestValidator(apiDocument as unknown as ApiDocument, options) };
}

/**
 * What of a document is about inputs, in a copy that the library may change. Each parameter's schema is in its place,
 * or the library would read text in a query as JSON; path parameters are with each operation. Reserved characters in a
 * query are allowed, as the vendors' framework allows them.
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
