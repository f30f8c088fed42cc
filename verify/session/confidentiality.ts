import { secretForms } from './secret-forms.ts';
import { namesSecret, tokenKindIn } from './secret-shapes.ts';

/** What may be told: secrets never, personal values when they are asked for. */
export interface Confidentiality {
  /** Takes each secret out of a text, in whatever it was written: as it is, in a URL, in base64. */
  redact(text: string): string;
  /** A value as a person reads it, short, without secrets; personal ones masked. */
  show(value: unknown, pointer: string): string;
  /** A pointer into a body, each key of it as short as a person reads it, without secrets; mail addresses masked. */
  showPointer(pointer: string): string;
  /** Never told from now on. */
  keep(secrets: readonly string[]): void;
}

export interface ConfidentialityOptions {
  readonly secrets: readonly string[];
  /** Fields whose values are about a person, and all beneath them. */
  readonly personal: readonly string[];
  readonly showValues: boolean;
}

const [longestShown, longestKey, longestPointer] = [160, 80, 400];
/** So much of a text is searched for what is masked; no more than the beginning of that is shown. */
const longestLooked = 1_000;
/** So much of a value is looked into. */
const [deepest, mostEntries] = [3, 20];
const mailAddress = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;

/** One for each API of a run. */
export function createConfidentiality(options: ConfidentialityOptions): Confidentiality {
  const { personal, showValues } = options;
  const secrets = new Set<string>();
  const keep = (more: readonly string[]) => {
    // A shorter one stands in every other word, and would make a report unreadable.
    for (const secret of more.filter(({ length }) => length >= 4)) {
      for (const form of secretForms(secret)) secrets.add(form);
    }
  };
  keep(options.secrets);
  const redact = (text: string) =>
    [...secrets]
      .sort((a, b) => b.length - a.length)
      .reduce((left, secret) => left.replaceAll(secret, '[key]'), text);
  const isMasked = (text: string) => !showValues && mailAddress.test(text);
  // Nothing is cut before it is redacted: a part of a secret would stand there as it is.
  const showKey = (key: string) => {
    const text = redact(key).slice(0, longestKey);
    return isMasked(text) ? mask(text) : text;
  };
  const look = (value: unknown, isPersonal: boolean, depth: number): unknown => {
    if (typeof value === 'string' || typeof value === 'number') {
      const whole = String(value);
      // A credential is told to nobody, whoever asks for values.
      const text = redact(whole).slice(0, longestLooked);
      if (isPersonal || tokenKindIn(text) !== null || isMasked(text)) return mask(whole);
      return typeof value === 'number' && text === whole ? value : text;
    }
    if (typeof value !== 'object' || value === null) return value;
    if (depth > deepest) return '…';
    if (Array.isArray(value))
      return value.slice(0, mostEntries).map((entry) => look(entry, isPersonal, depth + 1));
    return Object.fromEntries(
      Object.entries(value)
        .slice(0, mostEntries)
        .map(([key, entry]) => [showKey(key), look(entry, isPersonal || isHidden(key), depth + 1)]),
    );
  };
  const isHidden = (key: string) => namesSecret(key) || (!showValues && personal.includes(key));

  return {
    redact,
    keep,
    show(value, pointer) {
      if (value === undefined) return 'nothing';
      const seen = look(value, pointer.split('/').some(isHidden), 0);
      const text = redact(JSON.stringify(seen) ?? String(seen));
      if (text.length <= longestShown) return text;
      const length = typeof value === 'string' ? ` (${value.length} characters)` : '';
      return `${text.slice(0, longestShown)}…${length}`;
    },
    showPointer: (pointer) => pointer.split('/').map(showKey).join('/').slice(0, longestPointer),
  };
}

function mask(text: string): string {
  return `••• (${text.length} characters)`;
}
