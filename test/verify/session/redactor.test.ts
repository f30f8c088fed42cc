import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRedactor } from '../../../verify/session/redactor.ts';

const secret = fc.string({ unit: fc.constantFrom(...'abcXYZ0189+/=%"\\ -_é'), minLength: 4, maxLength: 60 });
const around = fc.string({ maxLength: 12 });
const redactorOf = (secrets: readonly string[], showValues = true) =>
  createRedactor({ secrets, personal: ['label'], showValues });

function formsOf(text: string): string[] {
  const bytes = Buffer.from(text);
  return [text, encodeURIComponent(text), JSON.stringify(text).slice(1, -1), bytes.toString('hex')];
}

describe('A secret is removed', () => {
  test('if it is plain, in a URL, in JSON or in hexadecimal digits, within any text', () => {
    fc.assert(
      fc.property(secret, around, around, (key, before, after) => {
        for (const form of formsOf(key)) {
          const { redact } = redactorOf([key]);
          expect(redact(before + form + after)).not.toContain(form);
        }
      }),
    );
  });

  test('from the Base64 of a longer text, except for its first and last letters', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9]{12,40}$/), around, around, (key, before, after) => {
        for (const encoding of ['base64', 'base64url'] as const) {
          const text = redactorOf([key]).redact(Buffer.from(before + key + after).toString(encoding));
          expect(Buffer.from(text.split('[key]').join(''), encoding).toString('latin1')).not.toContain(key);
          expect(text).toContain('[key]');
        }
      }),
    );
  });

  test('from a text that repeats it and is then cut', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9]{20,70}$/), fc.integer({ min: 1, max: 40 }), (key, times) => {
        const { show, showPointer } = redactorOf([key]);
        const shown = [show(key.repeat(times), ''), show({ [key.repeat(times)]: [key.repeat(times)] }, '')];
        for (const text of [...shown, showPointer(`/${key.repeat(times)}`)])
          expect(text).not.toContain(key.slice(0, 8));
      }),
    );
  });

  test('if it is added later', () => {
    const { addSecrets, redact } = redactorOf([]);
    addSecrets(['derived-key', 'abc']);
    expect(redact('the derived-key and abc')).toBe('the [key] and abc');
  });
});

describe('A value is shown', () => {
  test('in fewer than 200 characters', () => {
    fc.assert(
      fc.property(fc.anything(), fc.boolean(), (value, showValues) => {
        const json: unknown = JSON.parse(JSON.stringify(value, big) ?? 'null');
        for (const shown of [json, undefined])
          expect(redactorOf(['secret'], showValues).show(shown, '/x').length).toBeLessThan(200);
      }),
    );
  });

  test.each<[string, unknown]>([
    ['a long text', 'a'.repeat(4_000_000)],
    ['a long key', { ['k'.repeat(4_000_000)]: 1 }],
    ['a long list', Array.from({ length: 500_000 }, () => null)],
    ['an object with its own toString', { toString: null, toJSON: 1 }],
  ])('quickly, even %s', (_, value) => {
    expect(redactorOf(['secret'], false).show(value, '').length).toBeLessThan(200);
  });

  test.each<[string, unknown, string]>([
    ['a personal field', 'Ana', '/0/label'],
    ['a number in a personal field', 42, '/0/label'],
    ['a value nested in a personal field', { name: 'Ana' }, '/0/label'],
    ['an email address', 'Ana wrote from ana@example.com today', '/detail'],
    ['an email address as a key', { 'ana@example.com': 1 }, '/detail'],
    ['a credential', 'Bearer 8f14e45fceea167a5a36', '/detail'],
    ['the value of a key that names a secret', 'plain', '/access_token'],
  ])('masked if it is %s', (_, value, pointer) => {
    expect(redactorOf([], false).show(value, pointer)).not.toMatch(/[Aa]na|42|8f14|plain/);
  });

  test('unmasked with showValues, except for credentials', () => {
    const { show, showPointer } = redactorOf([]);
    expect(show('ana@example.com', '/label')).toBe('"ana@example.com"');
    expect(showPointer('/ana@example.com/0')).toBe('/ana@example.com/0');
    expect(show('Bearer 8f14e45fceea167a5a36', '/label')).toMatch(/^"•••/);
  });

  test('with the email address in its pointer masked', () => {
    expect(redactorOf([], false).showPointer('/0/ana@example.com')).toBe('/0/••• (15 characters)');
  });
});

function big(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}
