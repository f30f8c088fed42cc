import { posix } from 'node:path';
import ts from 'typescript';

/** The text of each file, by its path from the root of the repository. */
export type SourceFiles = ReadonlyMap<string, string>;

/** A path from the root, the name of a package, or an expression that cannot be resolved. */
export type ImportTarget =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'package'; readonly name: string }
  | { readonly kind: 'unreadable'; readonly expression: string };

export interface Import {
  /** The importing file. */
  readonly from: string;
  readonly target: ImportTarget;
  /** True if the import disappears when the types are removed. */
  readonly typesOnly: boolean;
}

/** Returns the imports of all files. They are read with TypeScript's parser, so comments and strings are ignored. */
export function readImports(files: SourceFiles): readonly Import[] {
  return [...files].flatMap(([file, text]) => importsOf(file, text, files));
}

function importsOf(file: string, text: string, files: SourceFiles): Import[] {
  const found: Import[] = [];
  const add = (expression: ts.Expression | undefined, typesOnly: boolean) => {
    for (const target of targetsOf(file, expression, files)) found.push({ from: file, target, typesOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, node.importClause?.isTypeOnly === true);
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      if (ts.isStringLiteral(node.argument.literal)) add(node.argument.literal, true);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false);
    } else if (isPathOfModule(node)) add(node.arguments?.[0], false);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return found;
}

/** True for `import.meta.resolve('./x')` and `new URL('x.ts', import.meta.url)`, which start a module. */
function isPathOfModule(node: ts.Node): node is ts.CallExpression | ts.NewExpression {
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return false;
  const [first, base] = node.arguments ?? [];
  const start = first === undefined ? null : startOf(first);
  if (start === null) return false;
  if (ts.isNewExpression(node)) {
    return node.expression.getText() === 'URL' && isMeta(base, 'url') && start.text.endsWith('.ts');
  }
  return isMeta(node.expression, 'resolve') && /^\.\.?\//.test(start.text);
}

function isMeta(node: ts.Node | undefined, name: string): boolean {
  return (
    node !== undefined &&
    ts.isPropertyAccessExpression(node) &&
    ts.isMetaProperty(node.expression) &&
    node.name.text === name
  );
}

function targetsOf(
  file: string,
  expression: ts.Expression | undefined,
  files: SourceFiles,
): readonly ImportTarget[] {
  const start = expression === undefined ? null : startOf(expression);
  if (start === null) return [{ kind: 'unreadable', expression: expression?.getText() ?? '' }];
  const isUrl = expression !== undefined && ts.isNewExpression(expression.parent);
  if (!isUrl && !/^\.\.?\//.test(start.text)) return [{ kind: 'package', name: start.text }];
  const path = posix.join(posix.dirname(file), start.text);
  if (start.isWhole) return [{ kind: 'file', path }];
  const possible = [...files.keys()].filter((name) => name.startsWith(path));
  if (possible.length === 0) return [{ kind: 'unreadable', expression: expression?.getText() ?? '' }];
  return possible.map((name) => ({ kind: 'file', path: name }));
}

/** The text of a string, or of a template up to its first expression. Null if it begins with an expression. */
function startOf(expression: ts.Expression): { readonly text: string; readonly isWhole: boolean } | null {
  if (ts.isStringLiteralLike(expression)) return { text: expression.text, isWhole: true };
  if (!ts.isTemplateExpression(expression) || expression.head.text === '') return null;
  return { text: expression.head.text, isWhole: false };
}
