/** Headers that the user cannot set, because HTTP or a check sets them. */
const reserved = [
  'accept',
  'accept-encoding',
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'expect',
  'upgrade',
  'te',
  'trailer',
  'range',
  'if-match',
  'if-none-match',
  'if-modified-since',
  'if-unmodified-since',
  'x-workspace-id',
];

/** Returns what is wrong with a header name, as a sentence; null if the user can set that header. */
export function headerNameFault(name: string): string | null {
  if (!/^[!#$%&'*+.^_`|~\w-]+$/.test(name)) return 'It is not a valid header name.';
  return reserved.includes(name.toLowerCase()) ? `${name} is set by the verifier. Leave it out.` : null;
}

/** Returns what is wrong with a header value, as a sentence that does not repeat the value; null if it can be sent. */
export function headerValueFault(value: string): string | null {
  return /^[\t\x20-\x7e\x80-\xff]*$/.test(value)
    ? null
    : 'It contains a character that a header cannot carry, such as a line break. Remove it.';
}
