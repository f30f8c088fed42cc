import { createRequire } from 'node:module';
import { runInNewContext } from 'node:vm';
import { readContract } from '../../contract/contract.ts';
import type { Operation } from '../../contract/operation.ts';
import type { SchemaValidator } from '../../contract/schema-compiler.ts';
import { vendorNames } from '../../spec/vendors.ts';
import { currentRequest } from './current-request.ts';
import { generatable } from './generatable.ts';
import { targetOf } from './target-of.ts';

/** The generator of Prism's dynamic answers. */
interface Faker {
  generate(schema: unknown): unknown;
}

/** Milliseconds for one value, so that the whole answer takes less than a second. */
const timeLimit = 600;

const mostAttempts = 300;

/**
 * Makes Prism's generator return what conforms to the contract of the request, within a limit of time. If it cannot,
 * it throws, and the answer of Prism is replaced. Throws if the generator of this Prism cannot be found.
 */
export function guardGenerator(prism: string): void {
  const ofPrism = createRequire(createRequire(prism).resolve('@stoplight/prism-http'));
  const { JSONSchemaFaker: faker }: { JSONSchemaFaker: Faker } = ofPrism('json-schema-faker');
  const generate = faker.generate.bind(faker);
  const validators = allValidators();
  faker.generate = (schema) => {
    const current = currentRequest.getStore();
    const operation = current === undefined ? null : (targetOf(current.request)?.operation ?? null);
    if (current === undefined || operation === null) return generate(schema);
    current.isDynamic = true;
    return conforming(generate, generatable(schema), validators.get(operation) ?? []);
  };
}

/** What the generator makes of the schema, if one of the validators takes it. */
function conforming(
  generate: Faker['generate'],
  schema: unknown,
  validators: readonly SchemaValidator[],
): unknown {
  const search = () => {
    for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
      // The generator changes what it is given.
      const value = generate(structuredClone(schema));
      if (validators.some((isValid) => isValid(value))) return { value };
    }
    return null;
  };
  // Only this can end a loop in the generator that does not end by itself.
  const found: ReturnType<typeof search> = runInNewContext('search()', { search }, { timeout: timeLimit });
  if (found === null) throw new Error('Nothing that was generated conforms to the contract.');
  return found.value;
}

/** By operation, for what is generated is the body or a header of one of its responses. Compiling takes long. */
function allValidators(): ReadonlyMap<Operation, readonly SchemaValidator[]> {
  const contracts = vendorNames.map(readContract);
  return new Map(
    contracts.flatMap(({ operations, schemaAt }) =>
      [...operations.values()].map((operation) => [operation, pointersOf(operation).map(schemaAt)] as const),
    ),
  );
}

function pointersOf({ responses }: Operation): readonly string[] {
  const generated = [...responses.values()].flatMap(({ content, headers }) => [
    ...content.values(),
    ...headers.values(),
  ]);
  return generated.map(({ schemaPointer }) => schemaPointer);
}
