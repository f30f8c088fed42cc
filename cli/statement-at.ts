import { contractNames, readContract } from '../contract/contract.ts';

/** What a contract says in words at a place such as `spec/junction.yaml#/paths`, on one line; null where it has none there. */
export function statementAt(place: string): string | null {
  const [file = '', pointer = ''] = place.split('#');
  const name = contractNames.find((known) => file === `spec/${known}.yaml`);
  if (name === undefined) return null;
  let found: unknown = readContract(name).document;
  for (const step of pointer.split('/').slice(1)) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return null;
    found = Object.entries(found).find(([name]) => name === key)?.[1];
  }
  if (typeof found !== 'object' || found === null || !('description' in found)) return null;
  if (typeof found.description !== 'string') return null;
  return found.description.trim().replaceAll(/\s+/g, ' ');
}
