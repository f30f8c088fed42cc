/** With another beginning and the same end. */
export function otherBeginning(key: string): string {
  const half = Math.ceil(key.length / 2);
  return turned(key.slice(0, half)) + key.slice(half);
}

/** Of the same letters' kinds and length, and with the same beginning. */
export function otherSecret(key: string): string {
  const half = Math.ceil(key.length / 2);
  const changed = key.slice(0, half) + turned(key.slice(half));
  return changed === key ? `${key.slice(0, -1)}${key.endsWith('0') ? '1' : '0'}` : changed;
}

/** Each letter and digit replaced by the next one. */
function turned(text: string): string {
  return [...text]
    .map((letter) => {
      if (/[a-y]/i.test(letter)) return String.fromCharCode(letter.charCodeAt(0) + 1);
      return /\d/.test(letter) ? String((Number(letter) + 1) % 10) : letter;
    })
    .join('');
}

/** With small letters for capitals, or the other way round. */
export function otherCase(key: string): string {
  const upper = key.toUpperCase();
  return upper === key ? key.toLowerCase() : upper;
}
