import { type Contract, operationOf, readContract } from '../../contract/contract.ts';
import { dereference, isReference, type OpenApiDocument } from '../../contract/openapi-document.ts';
import { type Vendor, vendorEntry, vendorNames } from '../../spec/vendors.ts';
import { referenceListOf } from '../vendors/list-rules-of.ts';
import { helpOf, isConfigSetting, type SettingTable } from './setting.ts';
import { settings } from './settings.ts';
import { type JsonSchema, ownNames } from './value-types.ts';

const table: SettingTable = settings;
const configSettings = Object.values(table).filter(isConfigSetting);

/** Descriptions of the objects that group settings, by their path. */
const groups: Readonly<Record<string, string>> = {
  'apis.': 'The APIs to verify, with facts about the data of each.',
  'apis.*.secondTenant.': 'Another tenant. Its key is set like the other keys.',
};

/** The JSON schema of the `--config` file. The API names and their statuses come from the contracts. */
export function configSchema(
  contracts: readonly Contract[] = vendorNames.map((vendor) => readContract(vendor)),
): JsonSchema {
  const statuses = new Map(contracts.map((contract) => [contract.name, statusesOf(contract)]));
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'connections-contract verify --config',
    description:
      'What to verify, and how. It must not contain keys: they come from the environment or from the file of --key-file.',
    ...objectAt('', null),
  };

  /** The object at a path, which is empty or ends with a dot. `vendor` is the API that the path is in, if any. */
  function objectAt(path: string, vendor: Vendor | null): JsonSchema {
    const below = configSettings.filter(({ config }) => config.startsWith(path));
    const steps = [...new Set(below.map(({ config }) => config.slice(path.length).split('.')[0] ?? ''))];
    const properties = steps.flatMap((step): readonly (readonly [string, JsonSchema])[] => {
      if (step === '*') return vendorNames.map((name) => [name, objectAt(`${path}*.`, name)]);
      const property = propertyAt(`${path}${step}`, vendor);
      return property === null ? [] : [[step, property]];
    });
    return {
      ...(groups[path] === undefined ? {} : { description: groups[path] }),
      type: 'object',
      ...(steps.includes('*') ? { minProperties: 1 } : {}),
      additionalProperties: false,
      patternProperties: ownNames,
      properties: Object.fromEntries(properties),
    };
  }

  /** The schema of a property; null if the API does not have it. */
  function propertyAt(path: string, vendor: Vendor | null): JsonSchema | null {
    const setting = configSettings.find(({ config }) => config === path);
    if (setting === undefined) return objectAt(`${path}.`, vendor);
    const { schema } = setting.type;
    const help = helpOf(setting);
    const known = vendor === null ? null : (statuses.get(vendor) ?? null);
    const own = typeof schema === 'function' ? schema(known, vendor) : schema;
    if (own === null) return null;
    return {
      description: `${help.slice(0, 1).toUpperCase()}${help.slice(1)}.`,
      ...own,
    };
  }
}

/** The statuses that an item of the vendor's list can have; null if its contract does not limit them. */
function statusesOf(contract: Contract): readonly string[] | null {
  const vendor = vendorNames.find((name) => name === contract.name);
  if (vendor === undefined) return null;
  const { list } = vendorEntry(vendor);
  const { status } = referenceListOf(vendor);
  const [media] = operationOf(contract, list.operationId).responses.get(200)?.content.values() ?? [];
  const steps = list.itemsAt.split('/').slice(1);
  const path = [...steps.flatMap((step) => ['properties', step]), 'items', 'properties', status, 'enum'];
  const found = path.reduce<unknown>(
    (schema, step) => memberOf(contract.document, schema, step),
    media === undefined ? undefined : { $ref: media.schemaPointer },
  );
  return Array.isArray(found) ? found.map(String) : null;
}

/** A member of an object of a document, which may be a reference to it; undefined if it has none. */
function memberOf(document: OpenApiDocument, object: unknown, name: string): unknown {
  if (typeof object !== 'object' || object === null) return undefined;
  const target: object = isReference(object) ? dereference<object>(document, object) : object;
  return Object.hasOwn(target, name) ? Reflect.get(target, name) : undefined;
}
