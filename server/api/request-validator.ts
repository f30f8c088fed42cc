import type { Request, RequestHandler } from 'express';
import * as OpenApiValidator from 'express-openapi-validator';
import { formats } from '../../contract/formats.ts';
import { dereference, type OpenApiDocument, type ParameterObject } from '../../contract/openapi-document.ts';
import { inOrder } from './in-order.ts';

type Options = Parameters<typeof OpenApiValidator.middleware>[0];
type ApiSpec = Exclude<Options['apiSpec'], string>;
type SecurityHandlers = NonNullable<Exclude<Options['validateSecurity'], boolean | undefined>['handlers']>;
type SecurityScheme = Parameters<SecurityHandlers[string]>[2];

/** The key that a request presents under a security scheme, or null where it presents none that is well formed. */
export type PresentedKey = string | null;

/**
 * Makes the middleware that checks the key and then the parameters and body of each request against the document,
 * by express-openapi-validator, which is made ready at the first request. One is needed for each document, inside that
 * document's own router.
 * `authenticate` is asked about the key that was presented; what it rejects ends as a 401.
 */
export function createRequestValidator(options: {
  readonly document: OpenApiDocument;
  readonly authenticate: (request: Request, key: PresentedKey) => Promise<boolean>;
}): RequestHandler {
  // The library compiles a schema of OpenAPI for each document, which would make the start wait.
  let handlers: RequestHandler[] | undefined;
  return function validateRequest(request, response, next) {
    handlers ??= createHandlers(options);
    inOrder(handlers, request, response, next);
  };
}

function createHandlers({
  document,
  authenticate,
}: Parameters<typeof createRequestValidator>[0]): RequestHandler[] {
  const schemes = Object.keys(document.components.securitySchemes ?? {});
  const handler = (request: Request, _scopes: string[], scheme: SecurityScheme) =>
    authenticate(request, presentedKey(request, scheme));
  return OpenApiValidator.middleware({
    apiSpec: validatorDocument(document),
    // The documents are linted, and checking them again at each start takes long.
    validateApiSpec: false,
    validateRequests: { allowUnknownQueryParameters: true, allErrors: true },
    validateResponses: false,
    validateSecurity: { handlers: Object.fromEntries(schemes.map((name) => [name, handler])) },
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
  const paths = Object.entries(copy.paths).map(([path, item]) => {
    const operations = Object.entries(item).map(([method, operation]) => {
      if (!('operationId' in operation)) return [method, operation];
      const parameters = (operation.parameters ?? []).map((parameter) =>
        inPlace(copy, dereference(copy, parameter)),
      );
      return [method, { ...operation, parameters }];
    });
    return [path, Object.fromEntries(operations)];
  });
  return { ...copy, servers: [{ url: '/' }], paths: Object.fromEntries(paths) } as unknown as ApiSpec;
}

function inPlace(document: OpenApiDocument, parameter: ParameterObject) {
  const schema = dereference(document, parameter.schema);
  return { ...parameter, schema, ...(parameter.in === 'query' ? { allowReserved: true } : {}) };
}

/** Makes the function that finds the key of a request under the one security scheme of a document. */
export function createKeyReader(document: OpenApiDocument): (request: Request) => PresentedKey {
  const [scheme, ...others] = Object.values(document.components.securitySchemes ?? {});
  if (scheme === undefined || others.length > 0) throw new Error('A document has one security scheme.');
  return (request) => presentedKey(request, scheme as SecurityScheme);
}

function presentedKey(request: Request, scheme: SecurityScheme): PresentedKey {
  if (scheme.type === 'apiKey') {
    const header = request.headers[scheme.name.toLowerCase()];
    return typeof header === 'string' ? header : null;
  }
  return /^bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? null;
}
