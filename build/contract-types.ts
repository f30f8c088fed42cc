import openapiTS, { astToString, type OpenAPITSOptions, transformSchemaObject } from 'openapi-typescript';
import ts from 'typescript';
import { vendorNames } from '../spec/vendors.ts';

/** The TypeScript types of a contract, by openapi-typescript. It is a file, or its text. */
export async function contractTypes(contract: URL | string): Promise<string> {
  const nodes = await openapiTS(contract, {
    transform,
    // What has a default may be left out of a request.
    defaultNonNullable: false,
    silent: true,
  });
  return astToString(nodes);
}

/** Types two kinds of schema more closely than the type generator by itself. */
const transform: NonNullable<OpenAPITSOptions['transform']> = (schema, options) => {
  if (Reflect.get(schema, 'x-keys') === 'vendor') {
    return byVendor(transformSchemaObject(Reflect.get(schema, 'additionalProperties'), options));
  }
  const known: unknown = Reflect.get(schema, 'x-extensible-enum');
  return schema.type === 'string' && Array.isArray(known) ? anyStringSuchAs(known.map(String)) : undefined;
};

/** `'a' | 'b' | (string & {})`: any string, of which editors offer the known ones. */
function anyStringSuchAs(known: readonly string[]): ts.TypeNode {
  const { factory } = ts;
  const anyString = factory.createIntersectionTypeNode([
    factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
    factory.createTypeLiteralNode([]),
  ]);
  return factory.createUnionTypeNode([
    ...known.map((value) => factory.createLiteralTypeNode(factory.createStringLiteral(value, true))),
    factory.createParenthesizedType(anyString),
  ]);
}

/** An object with this type under the name of each vendor. */
function byVendor(type: ts.TypeNode): ts.TypeNode {
  const { factory } = ts;
  return factory.createTypeLiteralNode(
    vendorNames.map((vendor) =>
      factory.createPropertySignature(undefined, factory.createStringLiteral(vendor), undefined, type),
    ),
  );
}
