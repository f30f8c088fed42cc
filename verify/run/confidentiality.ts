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
const mailAddress = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

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
  const isPersonal = (pointer: string) => pointer.split('/').some((key) => personal.includes(key));

  return {
    redact,
    keep,
    show(value, pointer) {
      if (value === undefined) return 'nothing';
      const masked = showValues ? value : maskedValue(value, pointer, isPersonal, 0);
      const text = redact(JSON.stringify(masked) ?? String(masked));
      return text.length <= longestShown
        ? text
        : `${text.slice(0, longestShown)}… (${text.length} characters)`;
    },
  };
}

function maskedValue(
  value: unknown,
  pointer: string,
  isPersonal: (pointer: string) => boolean,
  depth: number,
): unknown {
  if (typeof value === 'string') {
    return isPersonal(pointer) ? mask(value) : value.slice(0, 2 * longestShown).replaceAll(mailAddress, mask);
  }
  if (typeof value === 'number' && isPersonal(pointer)) return '•••';
  if (typeof value !== 'object' || value === null) return value;
  if (depth > 3) return '…';
  if (Array.isArray(value)) {
    return value.slice(0, 5).map((entry) => maskedValue(entry, pointer, isPersonal, depth + 1));
  }
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, 20)
      .map(([key, entry]) => [key, maskedValue(entry, `${pointer}/${key}`, isPersonal, depth + 1)]),
  );
}

function mask(text: string): string {
  return `••• (${text.length} characters)`;
}
