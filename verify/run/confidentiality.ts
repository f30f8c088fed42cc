import { namesSecret, tokenKindIn } from './secret-shapes.ts';

/** What may be told: secrets never, personal values when they are asked for. */
export interface Confidentiality {
  /** Takes each secret out of a text, in whatever it was written: as it is, in a URL, in base64. */
  redact(text: string): string;
  /** A value as a person reads it, short, without secrets; personal ones masked. */
  show(value: unknown, pointer: string): string;
  /** Never told from now on. */
  keep(secrets: readonly string[]): void;
}

export interface ConfidentialityOptions {
  readonly secrets: readonly string[];
  /** Fields whose values are about a person, and all beneath them. */
  readonly personal: readonly string[];
  readonly showValues: boolean;
}

const longestShown = 160;
const mailAddress = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;

/** One for each API of a run. */
export function createConfidentiality(options: ConfidentialityOptions): Confidentiality {
  const { personal, showValues } = options;
  const secrets = new Set<string>();
  const keep = (more: readonly string[]) => {
    // A shorter one stands in every other word, and would make a report unreadable.
    for (const secret of more.filter(({ length }) => length >= 4)) {
      for (const form of [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])
        secrets.add(form);
      const base64 = Buffer.from(secret).toString('base64').replace(/=+$/, '');
      // The last letter of an unpadded one depends on what follows.
      if (base64.length > 8) secrets.add(base64.slice(0, -1));
    }
  };
  keep(options.secrets);
  const redact = (text: string) =>
    [...secrets]
      .sort((a, b) => b.length - a.length)
      .reduce((left, secret) => left.replaceAll(secret, '[key]'), text);
  // A credential is told to nobody, whoever asks for values.
  const isHidden = (pointer: string, text: string) =>
    pointer.split('/').some((key) => namesSecret(key) || (!showValues && personal.includes(key))) ||
    tokenKindIn(text) !== null ||
    (!showValues && mailAddress.test(text));

  return {
    redact,
    keep,
    show(value, pointer) {
      if (value === undefined) return 'nothing';
      const masked = maskedValue(value, pointer, isHidden, 0);
      const text = redact(JSON.stringify(masked) ?? String(masked));
      return text.length <= longestShown
        ? text
        : `${text.slice(0, longestShown)}… (${text.length} characters)`;
    },
  };
}

/** So much of a value is looked into. */
const [deepest, mostEntries] = [3, 20];

function maskedValue(
  value: unknown,
  pointer: string,
  isHidden: (pointer: string, text: string) => boolean,
  depth: number,
): unknown {
  if (typeof value === 'string' || typeof value === 'number') {
    const text = String(value).slice(0, 2 * longestShown);
    return isHidden(pointer, text) ? mask(String(value)) : typeof value === 'string' ? text : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (depth > deepest) return '…';
  if (Array.isArray(value)) {
    return value.slice(0, mostEntries).map((entry) => maskedValue(entry, pointer, isHidden, depth + 1));
  }
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, mostEntries)
      .map(([key, entry]) => [
        key.slice(0, 80),
        maskedValue(entry, `${pointer}/${key}`, isHidden, depth + 1),
      ]),
  );
}

function mask(text: string): string {
  return `••• (${text.length} characters)`;
}
