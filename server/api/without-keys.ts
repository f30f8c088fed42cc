import { vendors } from '../../spec/vendors.ts';

/** Minimum length of the part after the prefix. Shorter text is not a key. */
const shortestRest = 4;

/** Length of the part after the prefix from which it is a key in any place, also in the middle of a word. */
const longRest = 32;

/** A character of a key. In a path it can be percent-encoded, more than once. */
const character = '(?:[a-z0-9_-]|%[0-9a-f]{2})';

/** The start of a text, or a character or an escape sequence of a URL or of JSON that ends a word. */
const start = String.raw`(?<=^|[^a-z0-9]|%[0-9a-f]{2}|\\[bfnrt]|\\u[0-9a-f]{4})`;

const prefixes = vendors.flatMap(({ key, linkToken }) => [
  key.prefix,
  ...(linkToken === null ? [] : [linkToken.prefix]),
]);
const prefix = `(?:${prefixes.map((text) => [...text].map(plainOrEncoded).join('')).join('|')})`;

/** A bearer token of a developer: a JSON Web Token, of which each part but the last begins in the same way. */
const webToken = String.raw`eyJ[\w-]{6,}(?:\.|%2e)[\w-]{4,}(?:\.|%2e)[\w%-]*`;

const keys = new RegExp(
  `${start}${prefix}${character}{${shortestRest},}|${prefix}${character}{${longRest},}|${webToken}`,
  'gi',
);

/** The text with `[key]` in place of everything that has the form of a vendor's key or token, whether or not it exists. */
export function withoutKeys(text: string): string {
  return text.replace(keys, '[key]');
}

function plainOrEncoded(letter: string): string {
  const code = letter.charCodeAt(0).toString(16);
  return `(?:${letter}|%(?:25)*${code})`;
}
