/** A place in a document, as Redocly counts it. */
export interface Location {
  readonly pointer: string;
  child(keys: readonly string[]): Location;
}

/** What Redocly hands to a rule beside the node that it visits. */
export interface RuleContext {
  readonly location: Location;
  report(problem: { readonly message: string; readonly location: Location }): void;
  /** Follows a `$ref`; what is none comes back as it is. */
  resolve(node: object): { readonly node: object };
}

/** A rule: what to do with each kind of node, by Redocly's names for them. */
export type Rule = () => Readonly<Record<string, (node: object, context: RuleContext) => void>>;

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
