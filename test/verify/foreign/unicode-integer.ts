/** The value of an integer in decimal digits of any script, as `int()` of Python and `parseInt` of Java read it. */
export function unicodeInteger(text: string): number {
  return Number(text.replace(/\p{Nd}/gu, (digit) => String(decimalValue(digit))));
}

/** Unicode has the ten digits of each script one after the other. */
function decimalValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before += 1;
  return before % 10;
}
