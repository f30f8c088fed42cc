import { type EditionChoice, editionsOf, type Vendor, vendorNames } from '../spec/vendors.ts';
import { ExplainedError } from './explained-error.ts';

/** Every choice of editions, the one without any first. */
export const editionChoices: readonly EditionChoice[] = choicesOf(vendorNames);

function choicesOf([vendor, ...others]: readonly Vendor[]): readonly EditionChoice[] {
  if (vendor === undefined) return [{}];
  const choices = choicesOf(others);
  const chosen = (edition: string) => choices.map((choice) => ({ ...choice, [vendor]: edition }));
  return [...choices, ...editionsOf(vendor).flatMap(chosen)];
}

/**
 * Reads `<API>=<edition>`, or only the edition if no other API has one of that name. Throws an `ExplainedError` if there is
 * no such API or edition.
 */
export function parseEdition(text: string): { readonly vendor: Vendor; readonly edition: string } {
  const known = vendorNames.flatMap((vendor) => editionsOf(vendor).map((edition) => ({ vendor, edition })));
  const found = known.filter(({ vendor, edition }) => text === edition || text === `${vendor}=${edition}`);
  const [first, ...others] = found;
  if (first !== undefined && others.length === 0) return first;
  const names = (found.length > 1 ? found : known).map(({ vendor, edition }) => `${vendor}=${edition}`);
  const list = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(names);
  throw new ExplainedError(
    found.length > 1
      ? `several APIs have this edition. Use ${list}.`
      : `there is no such edition. Use ${list}.`,
  );
}

/** Adds an edition to a choice. Throws an `ExplainedError` if the choice has another one of that API. */
export function withEdition(choice: EditionChoice, text: string): EditionChoice {
  const { vendor, edition } = parseEdition(text);
  const before = choice[vendor];
  if (before === undefined || before === edition) return { ...choice, [vendor]: edition };
  throw new ExplainedError(`${vendor} has two editions. Choose one.`);
}

/** The choice of a document's name without its extension; null if it is not the name of a joined document. */
export function choiceOfName(name: string): EditionChoice | null {
  return editionChoices.find((choice) => joinedName(choice) === name) ?? null;
}

/** The name of the document that joins the contracts of a choice, without its extension. */
export function joinedName(choice: EditionChoice): string {
  const parts = vendorNames.flatMap((vendor) =>
    choice[vendor] === undefined ? [] : [`+${vendor}-${choice[vendor]}`],
  );
  return `vendors${parts.join('')}`;
}
