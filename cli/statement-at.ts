import { vendors } from '../spec/vendors.ts';
import { readApiContract } from '../verify/session/api-contract.ts';

/** What a contract says in words at a place such as `spec/junction.yaml#/paths`, on one line; null where it has none there. */
export function statementAt(place: string): string | null {
  const [file = '', pointer = ''] = place.split('#');
  const entry = vendors.find(({ document }) => file === `spec/${document}`);
  if (entry === undefined) return null;
  let found: unknown = readApiContract(entry.vendor).document;
  for (const step of pointer.split('/').slice(1)) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return null;
    found = Object.entries(found).find(([name]) => name === key)?.[1];
  }
  if (typeof found !== 'object' || found === null || !('description' in found)) return null;
  if (typeof found.description !== 'string') return null;
  return found.description.trim().replaceAll(/\s+/g, ' ');
}
