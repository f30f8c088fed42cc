import { listOperationOf } from '../../../contract/contract.ts';
import type { Operation } from '../../../contract/operation.ts';
import { type Vendor, vendorEntry, vendors } from '../../../spec/vendors.ts';
import type { Call } from '../../proxy/call.ts';
import { isObject, type Json, type JsonObject } from '../../proxy/json.ts';

/** The vendors whose list is inside an object. */
export const vendorsWithEnvelope: readonly Vendor[] = vendors
  .filter(({ list }) => list.itemsAt !== '')
  .map(({ vendor }) => vendor);

/** The connections in a list's body; null if the body is not a list. */
export function itemsIn(vendor: Vendor, body: Json | undefined): readonly JsonObject[] | null {
  let found = body;
  for (const key of keysOf(vendor)) found = isObject(found) ? found[key] : undefined;
  return Array.isArray(found) && found.every(isObject) ? found : null;
}

/** The same body with other connections. */
export function withItems(vendor: Vendor, body: Json, items: Json): Json {
  return withValueAt(body, keysOf(vendor), items);
}

/** Whether a call is for the list of connections on the vendor's reference page. */
export function isList({ vendor, operation }: Call): boolean {
  return operation.id === vendorEntry(vendor).list.operationId;
}

/** The items of an answer: the connections of the vendor's list, otherwise the objects of an array, or the whole body. */
export function itemsOf(call: Call, body: Json | undefined): readonly JsonObject[] | null {
  if (isList(call)) return itemsIn(call.vendor, body);
  if (isObject(body)) return [body];
  return Array.isArray(body) && body.every(isObject) ? body : null;
}

/** The same body with other items. */
export function withItemsOf(call: Call, body: Json, items: Json): Json {
  if (isList(call)) return withItems(call.vendor, body, items);
  return isObject(body) && Array.isArray(items) ? (items[0] ?? null) : items;
}

/** A list without connections, as the contract shows it for the scenario `no-connections`. */
export function emptyList(vendor: Vendor): Json {
  const [mediaType] = listOperationOf(vendor).responses.get(200)?.content.values() ?? [];
  const example = mediaType?.examples.get('no-connections');
  if (example === undefined) {
    throw new Error(`spec/${vendor}.yaml shows no empty list. Add the example no-connections to its 200.`);
  }
  return JSON.parse(JSON.stringify(example));
}

/** The connections that the contract's examples show. */
export function shownItems(vendor: Vendor, { responses }: Operation): readonly JsonObject[] {
  const examples = [...(responses.get(200)?.content.values() ?? [])].flatMap((mediaType) => [
    ...mediaType.examples.values(),
  ]);
  return examples.flatMap((example) => itemsIn(vendor, JSON.parse(JSON.stringify(example))) ?? []);
}

/** The keys that lead to the list. @see https://www.rfc-editor.org/rfc/rfc6901 */
function keysOf(vendor: Vendor): readonly string[] {
  const { itemsAt } = vendorEntry(vendor).list;
  return itemsAt
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function withValueAt(json: Json, [key, ...deeper]: readonly string[], value: Json): Json {
  if (key === undefined || !isObject(json)) return value;
  return { ...json, [key]: withValueAt(json[key] ?? null, deeper, value) };
}
