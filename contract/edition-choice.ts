import { editionsOf, type Vendor, vendorNames } from '../spec/vendors.ts';

/** The edition of each API; an API that is left out has the contract of its vendor's page. */
export type EditionChoice = Readonly<Partial<Record<Vendor, string>>>;

/** Every choice of editions, the one without any first. */
export const editionChoices: readonly EditionChoice[] = choicesOf(vendorNames);

function choicesOf([vendor, ...others]: readonly Vendor[]): readonly EditionChoice[] {
  if (vendor === undefined) return [{}];
  const choices = choicesOf(others);
  const withEdition = (edition: string) => choices.map((choice) => ({ ...choice, [vendor]: edition }));
  return [...choices, ...editionsOf(vendor).flatMap(withEdition)];
}

/** The name of the document that joins the contracts of a choice, without its extension. */
export function joinedName(choice: EditionChoice): string {
  const parts = vendorNames.flatMap((vendor) =>
    choice[vendor] === undefined ? [] : [`+${vendor}-${choice[vendor]}`],
  );
  return `vendors${parts.join('')}`;
}
