import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml';
import { ConfigError } from './config-error.ts';
import { configFaults, isVerifyConfig } from './config-faults.ts';
import { isMerge, mergedMaps, pairIn } from './merge-keys.ts';
import type { VerifyConfig } from './settings.ts';

/** Limits the size of the result: each alias can repeat most of the file. */
const maxAliases = 50;

/** Parses a YAML configuration. Throws a `ConfigError` with one line per error, without values of the file. */
export function parseConfig(text: string, file: string): VerifyConfig {
  const lines = new LineCounter();
  const located = (offset: number, message: string) => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${Math.max(line, 1)}:${Math.max(col, 1)}: ${message}`;
  };
  // The library's pretty messages quote the line, which can contain a key.
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, merge: true });
  const broken = [...document.errors, ...document.warnings];
  if (broken.length > 0) {
    throw new ConfigError(
      broken
        .map(({ pos: [offset], message }) => located(offset, `${sentence(message)} Fix the YAML.`))
        .join('\n'),
    );
  }
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document) !== undefined) return;
      const message = 'There is no anchor of this name before the alias. Fix the name.';
      throw new ConfigError(located(alias.range?.[0] ?? 0, message));
    },
    Pair(_, pair) {
      if (!isMerge(pair) || mergedMaps(document, pair) !== null) return;
      const offset = isNode(pair.value) ? pair.value.range?.[0] : undefined;
      const message = 'A merge key must name a mapping, or a list of mappings. Fix the YAML.';
      throw new ConfigError(located(offset ?? 0, message));
    },
  });
  let config: unknown;
  try {
    config = document.toJS({ maxAliasCount: maxAliases });
  } catch {
    throw new ConfigError(located(0, 'It has too many aliases. Replace them with their values.'));
  }
  if (isVerifyConfig(config)) return config;
  const faults = configFaults(config).map(({ path, at, message }) => {
    const node = nodeAt(document, path, at);
    return { offset: node?.range?.[0] ?? 0, message };
  });
  const messages = faults
    .toSorted((one, other) => one.offset - other.offset)
    .map(({ offset, message }) => located(offset, message));
  throw new ConfigError([...new Set(messages)].join('\n'));
}

/** The part of a message before the text that it quotes. */
function sentence(message: string): string {
  const [beginning = ''] = message.split(/: |\n|"/, 1);
  return `${beginning.trimEnd().replace(/\.$/, '')}.`;
}

/** The node at a path: the value, or with `key` the name. If it does not exist, the nearest node above it. */
function nodeAt(document: Document, path: readonly string[], at: 'key' | 'value'): Node | null {
  let node: Node | null = isNode(document.contents) ? document.contents : null;
  for (const [index, step] of path.entries()) {
    const target = isAlias(node) ? (node.resolve(document) ?? null) : node;
    const isLast = index === path.length - 1;
    let next: unknown;
    if (isSeq(target)) next = target.items[Number(step)];
    if (isMap(target)) {
      const pair = pairIn(document, target, step);
      next = at === 'key' && isLast ? pair?.key : (pair?.value ?? pair?.key);
    }
    if (!isNode(next)) return node;
    node = next;
  }
  return node;
}
