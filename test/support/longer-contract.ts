import { readContract } from '../../contract/contract.ts';
import type {
  OpenApiDocument,
  OperationObject,
  Reference,
  SchemaObject,
} from '../../contract/openapi-document.ts';

const junction = readContract('junction').document;

/** The path that Junction's contract has from the start, where a second method is added. */
const listPath = '/v2/user/providers/{user_id}';

const refusals = {
  '401': { $ref: '#/components/responses/JunctionUnauthorized' },
  '422': { $ref: '#/components/responses/JunctionUnprocessable' },
  '500': { $ref: '#/components/responses/JunctionServerError' },
  '503': { $ref: '#/components/responses/JunctionUnavailable' },
};
const notFound = { '404': { $ref: '#/components/responses/JunctionUserNotFound' } };
const user = [{ $ref: '#/components/parameters/JunctionUserId' }];

function json(schema: SchemaObject | Reference, value: unknown) {
  return { content: { 'application/json': { schema, examples: { one: { value } } } } } as const;
}

const error = { $ref: '#/components/schemas/JunctionError' };

const getUser: OperationObject = {
  operationId: 'getLongerUser',
  parameters: user,
  responses: {
    '200': json({ $ref: '#/components/schemas/LongerUser' }, { user_id: 'u', connected: 2 }),
    ...notFound,
    ...refusals,
  },
};

const createToken: OperationObject = {
  operationId: 'createLongerToken',
  requestBody: {
    required: true,
    ...json({ $ref: '#/components/schemas/LongerTokenRequest' }, { provider: 'garmin' }),
  },
  responses: {
    '201': json({ $ref: '#/components/schemas/LongerToken' }, { token: 'link-garmin' }),
    '413': json(error, { detail: 'The body is larger than 64 kB' }),
    '415': json(error, { detail: 'The body is not application/json' }),
    ...refusals,
  },
};

const removeProviders: OperationObject = {
  operationId: 'removeLongerProviders',
  parameters: user,
  responses: {
    '200': json({ $ref: '#/components/schemas/LongerRemoval' }, { success: true }),
    ...notFound,
    ...refusals,
  },
};

function closed(properties: Readonly<Record<string, object>>) {
  return { type: 'object', additionalProperties: false, required: Object.keys(properties), properties };
}

/** A copy of Junction's contract with a second GET, a POST with a body, and a DELETE on the path of its list. */
export const longerContract: OpenApiDocument = {
  ...junction,
  paths: {
    ...junction.paths,
    [listPath]: { ...junction.paths[listPath], delete: removeProviders },
    '/v2/longer/{user_id}': { get: getUser },
    '/v2/longer/token': { post: createToken },
  },
  components: {
    ...junction.components,
    schemas: {
      ...junction.components.schemas,
      LongerUser: closed({ user_id: { type: 'string' }, connected: { type: 'integer', minimum: 0 } }),
      LongerTokenRequest: closed({ provider: { type: 'string', minLength: 1, maxLength: 64 } }),
      LongerToken: closed({ token: { type: 'string' } }),
      LongerRemoval: closed({ success: { type: 'boolean' } }),
    },
  },
};
