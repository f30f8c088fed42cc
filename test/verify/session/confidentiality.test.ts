import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createConfidentiality } from '../../../verify/session/confidentiality.ts';

const secret = fc.string({ unit: fc.constantFrom(...'abcXYZ0189+/=%"\\ -_é'), minLength: 4, maxLength: 60 });
const around = fc.string({ maxLength: 12 });
const keeping = (secrets: readonly string[], showValues = true) =>
  createConfidentiality({ secrets, personal: ['label'], showValues });

function formsOf(text: string): string[] {
  const bytes = Buffer.from(text);
  return [text, encodeURIComponent(text), JSON.stringify(text).slice(1, -1), bytes.toString('hex')];
}

describe('No secret survives', () => {
  test('as it is, in an address, in JSON or in hexadecimal digits, whatever stands around it', () => {
    fc.assert(
      fc.property(secret, around, around, (key, before, after) => {
        for (const form of formsOf(key)) {
          const { redact } = keeping([key]);
          expect(redact(before + form + after)).not.toContain(form);
        }
      }),
    );
  });

  test('in Base64 of a longer text, by more than its first and last letters', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9]{12,40}$/), around, around, (key, before, after) => {
        for (const encoding of ['base64', 'base64url'] as const) {
          const text = keeping([key]).redact(Buffer.from(before + key + after).toString(encoding));
          expect(Buffer.from(text.split('[key]').join(''), encoding).toString('latin1')).not.toContain(key);
          expect(text).toContain('[key]');
        }
      }),
    );
  });

  test('in part, where a text that repeats it is cut', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9]{20,70}$/), fc.integer({ min: 1, max: 40 }), (key, times) => {
        const { show, showPointer } = keeping([key]);
        const shown = [show(key.repeat(times), ''), show({ [key.repeat(times)]: [key.repeat(times)] }, '')];
        for (const text of [...shown, showPointer(`/${key.repeat(times)}`)])
          expect(text).not.toContain(key.slice(0, 8));
      }),
    );
  });

  test('that is kept later', () => {
    const { keep, redact } = keeping([]);
    keep(['derived-key', 'abc']);
    expect(redact('the derived-key and abc')).toBe('the [key] and abc');
  });
});

describe('A value is shown', () => {
  test('within 200 characters, whatever it is', () => {
    fc.assert(
      fc.property(fc.anything(), fc.boolean(), (value, showValues) => {
        const json: unknown = JSON.parse(JSON.stringify(value, big) ?? 'null');
        for (const given of [json, undefined])
          expect(keeping(['secret'], showValues).show(given, '/x').length).toBeLessThan(200);
      }),
    );
  });

  test.each<[string, unknown]>([
    ['a long text', 'a'.repeat(4_000_000)],
    ['a long key', { ['k'.repeat(4_000_000)]: 1 }],
    ['a long list', Array.from({ length: 500_000 }, () => null)],
    ['a toString of its own', { toString: null, toJSON: 1 }],
  ])('in time, also %s', (_, value) => {
    expect(keeping(['secret'], false).show(value, '').length).toBeLessThan(200);
  });

  test.each<[string, unknown, string]>([
    ['a personal field', 'Ana', '/0/label'],
    ['a number in one', 42, '/0/label'],
    ['what is beneath one', { name: 'Ana' }, '/0/label'],
    ['a mail address', 'Ana wrote from ana@example.com today', '/detail'],
    ['a mail address as a key', { 'ana@example.com': 1 }, '/detail'],
    ['a credential', 'Bearer 8f14e45fceea167a5a36', '/detail'],
    ['what a key calls a secret', 'plain', '/access_token'],
  ])('masked where it is %s', (_, value, pointer) => {
    expect(keeping([], false).show(value, pointer)).not.toMatch(/[Aa]na|42|8f14|plain/);
  });

  test('as it is where values are asked for, but for credentials', () => {
    const { show, showPointer } = keeping([]);
    expect(show('ana@example.com', '/label')).toBe('"ana@example.com"');
    expect(showPointer('/ana@example.com/0')).toBe('/ana@example.com/0');
    expect(show('Bearer 8f14e45fceea167a5a36', '/label')).toMatch(/^"•••/);
  });

  test('with the mail address masked in a pointer', () => {
    expect(keeping([], false).showPointer('/0/ana@example.com')).toBe('/0/••• (15 characters)');
  });
});

function big(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}
