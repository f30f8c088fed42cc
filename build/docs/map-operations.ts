import { methods, type OpenApiDocument, type OperationObject } from '../../contract/openapi-document.ts';

/** A copy of a document in which each operation is replaced. */
export function mapOperations<Document extends OpenApiDocument>(
  document: Document,
  replace: (operation: OperationObject) => OperationObject,
): Document {
  const paths = Object.entries(document.paths).map(([path, item]) => {
    const operations = methods.flatMap((method) => {
      const operation = item[method];
      return operation === undefined ? [] : [[method, replace(operation)]];
    });
    return [path, { ...item, ...Object.fromEntries(operations) }];
  });
  return { ...document, paths: Object.fromEntries(paths) };
}
