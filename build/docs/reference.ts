import { type Contract, editionContracts, readContract, readContractText } from '../../contract/contract.ts';
import { vendorEntry, vendorNames } from '../../spec/vendors.ts';
import { type CodeSample, codeSamples } from './code-samples.ts';
import { documentedContract, redocSamples } from './documented-contract.ts';
import { editionDifferences } from './edition-differences.ts';
import type { Page } from './page.ts';
import { referenceMarkdown } from './reference-markdown.ts';
import { type RedocScript, referencePage } from './reference-page.ts';

/** Everything that the site has about one contract. */
export interface Reference {
  /** The name of the contract. */
  readonly name: string;
  /** The text version, which the search finds. */
  readonly page: Page;
  /** Makes the interactive page. It takes a second. */
  readonly interactivePage: (script: RedocScript) => Promise<string>;
  /** The other files, by their paths. */
  readonly files: ReadonlyMap<string, string>;
}

/** Makes the reference of a contract. */
export async function readReference(contractName: string): Promise<Reference> {
  const contract = readContract(contractName);
  const samples = await codeSamples(contract);
  const document = documentedContract(contract, samples);
  const rendered = await referenceMarkdown(document);
  const path = `reference/${contractName}`;
  const { summary } = document.info;
  const all = redocSamples([...samples.values()].flat());
  const differences = await editionDifferences(contractName);
  const opening = (links: string) => [summary, links, ...differences].join('\n\n');
  return {
    name: contractName,
    page: {
      path,
      name: nameOf(contractName),
      summary,
      description: summary,
      markdown: finished(rendered, { opening: opening(links(contract)), samples, write: asList }),
      source: finished(rendered, { opening: opening(siteLinks(contract)), samples, write: asTabs }),
    },
    interactivePage: (script) => referencePage(document, { script, text: path, samples: all }),
    files: new Map([
      [`openapi/${contractName}.yaml`, readContractText(contractName)],
      [`openapi/${contractName}.json`, `${JSON.stringify(contract.document, null, 2)}\n`],
    ]),
  };
}

function nameOf(contractName: string): string {
  const listed = editionContracts.find(({ name }) => name === contractName);
  if (listed !== undefined) return vendorEntry(listed.vendor, listed.edition).title;
  const vendor = vendorNames.find((name) => name === contractName);
  return vendor === undefined ? 'Sandbox API' : vendorEntry(vendor).title;
}

function links({ name }: Contract): string {
  const entries = [
    ['Interactive reference', `../interactive/${name}.html`],
    ['OpenAPI as YAML', `../openapi/${name}.yaml`],
    ['OpenAPI as JSON', `../openapi/${name}.json`],
  ];
  return entries.map(([text, target]) => `[${text}](${target})`).join(' · ');
}

/** The interactive reference is not a page of VitePress. The target makes VitePress leave the link to the browser. */
function siteLinks(contract: Contract): string {
  return links(contract).replace(/\[([^\]]+)\]\(([^)]+\.html)\)/, '<a href="$2" target="_self">$1</a>');
}

interface Additions {
  /** The text below the title. */
  readonly opening: string;
  readonly samples: ReadonlyMap<string, readonly CodeSample[]>;
  readonly write: (samples: readonly CodeSample[]) => string;
}

/** Adds what each version of the page writes in its own way. */
function finished(markdown: string, { opening, samples, write }: Additions): string {
  return markdown
    .replace(/^# .*$/m, (title) => `${title}\n\n${opening}`)
    .replaceAll(/<!-- samples (\w+) -->\n\n/g, (_, id: string) => {
      const own = samples.get(id);
      return own === undefined ? '' : `#### Code samples\n\n${write(own)}\n\n`;
    });
}

function asList(samples: readonly CodeSample[]): string {
  return samples.map((sample) => `**${sample.label}**\n\n${block(sample)}`).join('\n\n');
}

function asTabs(samples: readonly CodeSample[]): string {
  return `::: code-group\n\n${samples.map((sample) => block(sample, ` [${sample.label}]`)).join('\n\n')}\n\n:::`;
}

function block({ language, source }: CodeSample, title = ''): string {
  return `\`\`\`${language}${title}\n${source}\`\`\``;
}
