import type { Request, RequestHandler, Response } from 'express';
import * as OpenApiValidator from 'express-openapi-validator';
import { formats } from '../../contract/formats.ts';
import {
  dereference,
  methods,
  type OpenApiDocument,
  type OperationObject,
  type ParameterObject,
} from '../../contract/openapi-document.ts';
import { runMiddleware } from './run-middleware.ts';

type ApiSpec = Exclude<Parameters<typeof OpenApiValidator.middleware>[0]['apiSpec'], string>;

/** Rejects with what express-openapi-validator says if the request breaks the contract. */
export type ValidateRequest = (request: Request, response: Response) => Promise<void>;

/**
 * Makes the function that checks the parameters and the body of a request against the document, by
 * express-openapi-validator, which is made ready at the first request. One is needed for each document. Keys are not
 * its business: they are checked before.
 */
export function createRequestValidator(document: OpenApiDocument): ValidateRequest {
  // The library compiles a schema of OpenAPI for each document, which would make the start wait.
  let handlers: readonly RequestHandler[] | undefined;
  return (request, response) => {
    handlers ??= createHandlers(document);
    return runMiddleware(handlers, request, response);
  };
}

function createHandlers(document: OpenApiDocument): RequestHandler[] {
  return OpenApiValidator.middleware({
    apiSpec: validatorDocument(document),
    // The documents are linted, and checking them again at each start takes long.
    validateApiSpec: false,
    validateRequests: { allowUnknownQueryParameters: true, allErrors: true },
    validateResponses: false,
    validateSecurity: false,
    fileUploader: false,
    formats: Object.fromEntries(
      Object.entries(formats).map(([name, validate]) => [name, { type: 'string' as const, validate }]),
    ),
  });
}

/**
 * The document as the validator needs it: without the vendors' base paths, or it would let every request pass; and
 * with each parameter's schema in its place, or it would read text in a query as JSON. Reserved characters in a
 * query are allowed, as the vendors' framework allows them.
 */
function validatorDocument(document: OpenApiDocument): ApiSpec {
  const copy = structuredClone(document);
  const inPlace = (declared: OperationObject['parameters'] = []) =>
    declared.map((parameter) => withSchema(copy, dereference(copy, parameter)));
  const paths = Object.entries(copy.paths).map(([path, item]) => {
    const operations = methods.flatMap((method) => {
      const operation = item[method];
      if (operation === undefined) return [];
      return [[method, { ...operation, parameters: inPlace(operation.parameters) }] as const];
    });
    return [path, { ...item, parameters: inPlace(item.parameters), ...Object.fromEntries(operations) }];
  });
  return { ...copy, servers: [{ url: '/' }], paths: Object.fromEntries(paths) } as unknown as ApiSpec;
}

function withSchema(document: OpenApiDocument, parameter: ParameterObject) {
  const schema = dereference(document, parameter.schema);
  return { ...parameter, schema, ...(parameter.in === 'query' ? { allowReserved: true } : {}) };
}
