import type { IncomingMessage } from 'node:http';
import { methods } from '../../contract/openapi-document.ts';
import type { Operation } from '../../contract/operation.ts';
import { operationMatcher } from '../../mutants/proxy/match-operation.ts';
import type { Vendor } from '../../spec/vendors.ts';
import { mockedContract } from './mocked-edition.ts';

/** The vendor and the operation of a request. */
export interface Target {
  readonly vendor: Vendor;
  /** Null if the path does not have the method. */
  readonly operation: Operation | null;
  /** The methods of the path. */
  readonly allow: readonly string[];
}

const matchOperation = operationMatcher(mockedContract);
const allMethods = methods.map((method) => method.toUpperCase());

/** Finds the vendor and the operation of a request; null if no contract has its path. */
export function targetOf({ method = '', url = '' }: Pick<IncomingMessage, 'method' | 'url'>): Target | null {
  const path = url.replace(/^https?:\/\/[^/?#]*/i, '');
  const found = allMethods.flatMap((name) => matchOperation(name, path) ?? []);
  const [first] = found;
  if (first === undefined) return null;
  const allow = found.map(({ operation }) => operation.method.toUpperCase());
  const operation = found[allow.indexOf(method)]?.operation ?? null;
  return { vendor: first.vendor, operation, allow };
}
