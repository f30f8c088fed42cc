import ts from 'typescript';

/** The exports of one declaration file. */
export interface ModuleExports {
  /** Those that are types, alone or beside a value. */
  readonly types: readonly string[];
  /** Each name that an export of the file needs and the file does not export, as `Name, needed by Export`. */
  readonly forgotten: readonly string[];
}

/**
 * Reads what a declaration file exports, and looks for the types that its exports name and users cannot. Types of files
 * for which `isOwn` is false can be imported from their own packages.
 */
export function moduleExports(
  program: ts.Program,
  file: string,
  isOwn: (file: string) => boolean,
): ModuleExports {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source === undefined ? undefined : checker.getSymbolAtLocation(source);
  if (module === undefined) throw new Error(`${file} is not a module of the program.`);
  const original = (symbol: ts.Symbol) =>
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const exports = checker.getExportsOfModule(module);
  const exported = new Set(exports.map(original));

  const forgotten = new Set<string>();
  for (const symbol of exported) {
    const visit = (node: ts.Node): void => {
      const name = namedType(node);
      const found = name === undefined ? undefined : checker.getSymbolAtLocation(name);
      if (found !== undefined) {
        const type = original(found);
        const isParameter = (type.flags & ts.SymbolFlags.TypeParameter) !== 0;
        if (!isParameter && !exported.has(type) && declarations(type).some(isOwnNode))
          forgotten.add(`${type.name}, needed by ${symbol.name}`);
      }
      ts.forEachChild(node, visit);
    };
    declarations(symbol).filter(isOwnNode).forEach(visit);
  }
  const types = exports.filter((symbol) => original(symbol).flags & ts.SymbolFlags.Type);
  return { types: types.map(({ name }) => name), forgotten: [...forgotten] };

  function isOwnNode(node: ts.Node): boolean {
    return isOwn(node.getSourceFile().fileName);
  }
}

function declarations(symbol: ts.Symbol): readonly ts.Declaration[] {
  return symbol.declarations ?? [];
}

/** The name in a place where a type is named. `typeof value` names no type. */
function namedType(node: ts.Node): ts.Node | undefined {
  if (ts.isTypeReferenceNode(node)) return node.typeName;
  if (ts.isExpressionWithTypeArguments(node)) return node.expression;
  if (ts.isImportTypeNode(node)) return node.qualifier;
  return undefined;
}
