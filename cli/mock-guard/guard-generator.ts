import { createRequire } from 'node:module';
import { runInNewContext } from 'node:vm';
import type { Operation } from '../../contract/operation.ts';
import type { SchemaValidator } from '../../contract/schema-compiler.ts';
import { vendorNames } from '../../spec/vendors.ts';
import { currentRequest } from './current-request.ts';
import { generatable } from './generatable.ts';
import { mockedContract } from './mocked-edition.ts';
import { targetOf } from './target-of.ts';

/** Prism's generator of dynamic answers. */
interface Faker {
  generate(schema: unknown): unknown;
}

/** Time limit for one value in milliseconds, so that the whole answer takes less than a second. */
const timeLimit = 600;

const maximumAttempts = 300;

/**
 * Changes Prism's generator so that its values conform to the contract of the request. If it finds none within the time
 * limit, it throws, and Prism's answer is replaced. Throws if this Prism does not contain the expected generator.
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

/** Generates values until one of the validators accepts one. Throws if none is found in time. */
function conforming(
  generate: Faker['generate'],
  schema: unknown,
  validators: readonly SchemaValidator[],
): unknown {
  const search = () => {
    for (let attempt = 0; attempt < maximumAttempts; attempt += 1) {
      // The generator changes its argument.
      const value = generate(structuredClone(schema));
      if (validators.some((isValid) => isValid(value))) return { value };
    }
    return null;
  };
  // Only this can stop an endless loop in the generator.
  const found: ReturnType<typeof search> = runInNewContext('search()', { search }, { timeout: timeLimit });
  if (found === null) throw new Error('No generated value conforms to the contract.');
  return found.value;
}

/** The validators of each operation: for the bodies and headers of its responses. Compiling is slow, so it is done once. */
function allValidators(): ReadonlyMap<Operation, readonly SchemaValidator[]> {
  const contracts = vendorNames.map(mockedContract);
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
