import { secretForms } from './secret-forms.ts';
import { namesSecret, tokenKindIn } from './secret-shapes.ts';

/** Prepares values for reports: always removes secrets, and masks personal values unless the user asked for them. */
export interface Redactor {
  /** Removes all secrets from a text, in any encoding: plain, in a URL, in JSON, in Base64, in hexadecimal digits. */
  redact(text: string): string;
  /** A value as short, readable text without secrets, with personal values masked. */
  show(value: unknown, pointer: string): string;
  /** A pointer with short keys and without secrets, with email addresses masked. */
  showPointer(pointer: string): string;
  /** Adds values that are removed from now on. */
  addSecrets(secrets: readonly string[]): void;
}

export interface RedactorOptions {
  readonly secrets: readonly string[];
  /** Fields whose values, including nested ones, are about a person. */
  readonly personal: readonly string[];
  readonly showValues: boolean;
}

const [maxValueLength, maxKeyLength, maxPointerLength] = [160, 80, 400];
/** How much of a text is searched for values to mask. Only the start of that is shown. */
const maxSearchedLength = 1_000;
/** How deep and how wide a value is shown. */
const [maxDepth, maxEntries] = [3, 20];
const mailAddress = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;

/** Creates the redactor of one API of a run. */
export function createRedactor(options: RedactorOptions): Redactor {
  const { personal, showValues } = options;
  const secrets = new Set<string>();
  const addSecrets = (more: readonly string[]) => {
    // Shorter secrets occur in ordinary words. Removing them makes a report unreadable.
    for (const secret of more.filter(({ length }) => length >= 4)) {
      for (const form of secretForms(secret)) secrets.add(form);
    }
  };
  addSecrets(options.secrets);
  const redact = (text: string) =>
    [...secrets]
      .sort((a, b) => b.length - a.length)
      .reduce((left, secret) => left.replaceAll(secret, '[key]'), text);
  const isMasked = (text: string) => !showValues && mailAddress.test(text);
  // Redact before cutting: a part of a secret is not recognised.
  const showKey = (key: string) => {
    const text = redact(key).slice(0, maxKeyLength);
    return isMasked(text) ? mask(text) : text;
  };
  const look = (value: unknown, isPersonal: boolean, depth: number): unknown => {
    if (typeof value === 'string' || typeof value === 'number') {
      const whole = String(value);
      // Credentials are never shown, not even with showValues.
      const text = redact(whole).slice(0, maxSearchedLength);
      if (isPersonal || tokenKindIn(text) !== null || isMasked(text)) return mask(whole);
      return typeof value === 'number' && text === whole ? value : text;
    }
    if (typeof value !== 'object' || value === null) return value;
    if (depth > maxDepth) return '…';
    if (Array.isArray(value))
      return value.slice(0, maxEntries).map((entry) => look(entry, isPersonal, depth + 1));
    return Object.fromEntries(
      Object.entries(value)
        .slice(0, maxEntries)
        .map(([key, entry]) => [showKey(key), look(entry, isPersonal || isHidden(key), depth + 1)]),
    );
  };
  const isHidden = (key: string) => namesSecret(key) || (!showValues && personal.includes(key));

  return {
    redact,
    addSecrets,
    show(value, pointer) {
      if (value === undefined) return 'nothing';
      const seen = look(value, pointer.split('/').some(isHidden), 0);
      const text = redact(JSON.stringify(seen) ?? String(seen));
      if (text.length <= maxValueLength) return text;
      const length = typeof value === 'string' ? ` (${value.length} characters)` : '';
      return `${text.slice(0, maxValueLength)}…${length}`;
    },
    showPointer: (pointer) => pointer.split('/').map(showKey).join('/').slice(0, maxPointerLength),
  };
}

function mask(text: string): string {
  return `••• (${text.length} characters)`;
}
