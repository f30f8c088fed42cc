import type { Contract } from '../../contract/contract.ts';
import { type Vendor, vendorNames } from '../../spec/vendors.ts';
import type { Call, CallForm } from './call.ts';

/** The operation and parameters in the first line of a request. */
export type MatchedOperation = Pick<Call, 'vendor' | 'operation' | 'pathParameters' | 'search' | 'form'>;

/** Finds the operation of a method and a target; null if no contract has it. */
export type MatchOperation = (method: string, target: string) => MatchedOperation | null;

interface Route extends Pick<Call, 'vendor' | 'operation'> {
  readonly path: RegExp;
  readonly names: readonly string[];
}

/** Matches every operation of every vendor. As OpenAPI says, a path without parameters wins over one with parameters. */
export function operationMatcher(readContract: (vendor: Vendor) => Contract): MatchOperation {
  const routes = vendorNames
    .flatMap((vendor) =>
      [...readContract(vendor).operations.values()].map((operation) => ({ vendor, operation })),
    )
    .map(({ vendor, operation }): Route => ({ vendor, operation, ...patternOf(operation.path) }))
    .toSorted((one, other) => one.names.length - other.names.length);
  return (method, target) => {
    const [path = ''] = target.split('?', 1);
    for (const { vendor, operation, names, path: pattern } of routes) {
      if (operation.method.toUpperCase() !== method) continue;
      const values = pattern.exec(path)?.slice(1);
      if (values === undefined) continue;
      const pathParameters = Object.fromEntries(names.map((name, index) => [name, values[index] ?? '']));
      return { vendor, operation, pathParameters, search: target.slice(path.length) };
    }
    return null;
  };
}

/** Finds the operation that a request means in another form; null if it is in none of these forms. */
export function matchForm(
  match: MatchOperation,
  forms: readonly CallForm[],
  { method, target }: { readonly method: string; readonly target: string },
): MatchedOperation | null {
  for (const form of forms) {
    const matched =
      form === 'head'
        ? method === 'HEAD'
          ? match('GET', target)
          : null
        : /^[^?]+\/(?:\?|$)/.test(target)
          ? match(method, target.replace(/\/(?=\?|$)/, ''))
          : null;
    if (matched !== null) return { ...matched, form };
  }
  return null;
}

/** The pattern of a path template. A parameter is a segment or a part of one, and is never empty. */
function patternOf(template: string): Pick<Route, 'path' | 'names'> {
  const names: string[] = [];
  const parts = template.split(/(\{[^}]+\})/).map((part) => {
    if (!part.startsWith('{')) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    names.push(part.slice(1, -1));
    return '([^/]+)';
  });
  return { path: new RegExp(`^${parts.join('')}$`), names };
}
