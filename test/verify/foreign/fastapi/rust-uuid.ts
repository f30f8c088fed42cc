/**
 * Reads a UUID as Rust's uuid crate does, which pydantic 2 uses: in groups, without hyphens, in braces, or as a URN.
 * Positions are counted from 1, and groups from 0.
 */
export function rustUuid(text: string): { readonly digits: string } | { readonly fault: string } {
  const prefix = /^urn:uuid:/.exec(text)?.[0] ?? (/^\{.*\}$/s.test(text) ? '{' : '');
  const written = text.slice(prefix.length, prefix === '{' ? -1 : undefined);
  const wrong = /[^\da-f-]/iu.exec(written);
  if (wrong !== null) {
    const position = Buffer.byteLength(prefix + written.slice(0, wrong.index)) + 1;
    return { fault: `invalid character: found \`${wrong[0]}\` at ${position}` };
  }
  const groups = written.split('-');
  if (groups.length === 1) {
    if (written.length === 32) return { digits: written };
    return {
      fault: `invalid length: expected length 32 for simple format, found ${Buffer.byteLength(text)}`,
    };
  }
  if (groups.length !== 5) return { fault: `invalid group count: expected 5, found ${groups.length}` };
  for (const [index, expected] of [8, 4, 4, 4, 12].entries()) {
    const found = groups[index]?.length;
    if (found === expected) continue;
    return { fault: `invalid group length in group ${index}: expected ${expected}, found ${found}` };
  }
  return { digits: groups.join('') };
}
