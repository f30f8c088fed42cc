import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml';
import { ExplainedError } from '../../contract/explained-error.ts';
import { configFaults, isVerifyConfig } from './config-faults.ts';
import type { VerifyConfig } from './settings.ts';

/** So many names for one thing are enough; each could stand for all of the file. */
const mostAliases = 50;

/** Reads a configuration in YAML. Throws an `ExplainedError` with a line for each thing that is wrong, without a value. */
export function parseConfig(text: string, file: string): VerifyConfig {
  const lines = new LineCounter();
  const located = (offset: number, message: string) => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${Math.max(line, 1)}:${Math.max(col, 1)}: ${message}`;
  };
  // The library's own messages may show the line, in which a key may stand.
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const broken = [...document.errors, ...document.warnings];
  if (broken.length > 0) {
    throw refused(
      broken
        .map(({ pos: [offset], message }) => located(offset, `${sentence(message)} Fix the YAML.`))
        .join('\n'),
    );
  }
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document) !== undefined) return;
      const message = 'No anchor of that name stands before this alias. Fix the name.';
      throw refused(located(alias.range?.[0] ?? 0, message));
    },
  });
  let config: unknown;
  try {
    config = document.toJS({ maxAliasCount: mostAliases });
  } catch {
    throw refused(located(0, 'It has too many aliases. Write out what they stand for.'));
  }
  if (isVerifyConfig(config)) return config;
  const faults = configFaults(config).map(({ path, at, message }) => {
    const node = nodeAt(document, path, at);
    return { offset: node?.range?.[0] ?? 0, message };
  });
  const told = faults
    .toSorted((one, other) => one.offset - other.offset)
    .map(({ offset, message }) => located(offset, message));
  throw refused([...new Set(told)].join('\n'));
}

function refused(lines: string): ExplainedError {
  return new ExplainedError(lines, { kind: 'configuration' });
}

/** The beginning of a message, before what it quotes. */
function sentence(message: string): string {
  const [beginning = ''] = message.split(/: |\n|"/, 1);
  return `${beginning.trimEnd().replace(/\.$/, '')}.`;
}

/** The node at a path of a YAML document, or, at `key`, the name of its last step; the nearest one above where there is none. */
function nodeAt(document: Document, path: readonly string[], at: 'key' | 'value'): Node | null {
  let node: Node | null = isNode(document.contents) ? document.contents : null;
  for (const [index, step] of path.entries()) {
    const whole = isAlias(node) ? (node.resolve(document) ?? null) : node;
    const isLast = index === path.length - 1;
    let next: unknown;
    if (isSeq(whole)) next = whole.items[Number(step)];
    if (isMap(whole)) {
      const pair = whole.items.find(({ key }) => isScalar(key) && String(key.value) === step);
      next = at === 'key' && isLast ? pair?.key : (pair?.value ?? pair?.key);
    }
    if (!isNode(next)) return node;
    node = next;
  }
  return node;
}
