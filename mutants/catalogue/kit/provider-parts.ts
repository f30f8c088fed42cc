import { isObject, type Json, type JsonObject, withField } from '../../proxy/json.ts';

/** Changes every resource of a provider at Junction. */
export function eachResource(item: JsonObject, change: (resource: JsonObject) => Json): JsonObject {
  return withField(item, 'resource_availability', (resources) =>
    isObject(resources)
      ? Object.fromEntries(
          Object.entries(resources).map(([name, resource]) => [
            name,
            isObject(resource) ? change(resource) : resource,
          ]),
        )
      : resources,
  );
}

/** Changes the error_details of Junction, if the connection has failed. */
export function withErrorDetails(item: JsonObject, change: (details: JsonObject) => Json): JsonObject {
  return withField(item, 'error_details', (details) => (isObject(details) ? change(details) : details));
}

/** Changes errored_at in the error_details. */
export function withErroredAt(item: JsonObject, change: (time: string) => string): JsonObject {
  return withErrorDetails(item, (details) =>
    withField(details, 'errored_at', (time) => change(String(time))),
  );
}
