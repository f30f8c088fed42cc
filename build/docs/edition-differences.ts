import { editionContracts } from '../../contract/contract.ts';
import { readOverlay } from '../../contract/overlay.ts';
import { vendorEntry } from '../../spec/vendors.ts';

/** The differences of an edition from the contract of its vendor, as Markdown paragraphs; empty for any other contract. */
export async function editionDifferences(contractName: string): Promise<readonly string[]> {
  const listed = editionContracts.find(({ name }) => name === contractName);
  if (listed === undefined) return [];
  const { vendor, name } = listed;
  const actions = await readOverlay(new URL(`../../spec/${name}.overlay.yaml`, import.meta.url));
  // Several actions can be needed for one difference.
  const differences = [...new Set(actions.map(({ description }) => description))];
  return [
    `## Differences from the reference page`,
    `This is an edition of the contract of [${vendorEntry(vendor).title}](../reference/${vendor}.md). It differs in this:`,
    differences.map((difference) => `- ${difference}`).join('\n'),
  ];
}
