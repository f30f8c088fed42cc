import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isDateTime, isUri, isUuid } from '../../contract/formats.ts';

describe('date-time', () => {
  test.each([
    '2024-03-15T10:30:00Z',
    '2010-01-23T12:34:56+00:00',
    '2010-01-23T12:34:56-00:00',
    '2010-01-23T12:34:56.1+23:59',
    '2010-01-23T12:34:56.123456789-11:30',
    '2024-02-29T23:59:59Z',
    '2000-02-29T00:00:00Z',
    '0000-02-29T00:00:00Z',
    '0001-01-01T00:00:00Z',
    '9999-12-31T23:59:59.999Z',
  ])('accepts %s', (text) => {
    expect(isDateTime(text)).toBe(true);
  });

  test.each([
    ['30 February', '2024-02-30T00:00:00Z'],
    ['29 February of a common year', '2023-02-29T00:00:00Z'],
    ['29 February of a century that is not a leap year', '1900-02-29T00:00:00Z'],
    ['31 April', '2024-04-31T00:00:00Z'],
    ['day 0', '2024-01-00T00:00:00Z'],
    ['day 32', '2024-01-32T00:00:00Z'],
    ['month 0', '2024-00-01T00:00:00Z'],
    ['month 13', '2024-13-01T00:00:00Z'],
    ['hour 24', '2024-01-01T24:00:00Z'],
    ['minute 60', '2024-01-01T00:60:00Z'],
    ['a leap second', '2016-12-31T23:59:60Z'],
    ['a space instead of the T', '2024-01-01 00:00:00Z'],
    ['a lower-case t', '2024-01-01t00:00:00Z'],
    ['a lower-case z', '2024-01-01T00:00:00z'],
    ['a zone without its colon', '2024-01-01T00:00:00+0000'],
    ['a zone with hours only', '2024-01-01T00:00:00+00'],
    ['a zone of 24 hours', '2024-01-01T00:00:00+24:00'],
    ['a zone of 60 minutes', '2024-01-01T00:00:00+00:60'],
    ['no zone', '2024-01-01T00:00:00'],
    ['no seconds', '2024-01-01T00:00Z'],
    ['a decimal point without a fraction', '2024-01-01T00:00:00.Z'],
    ['a decimal comma', '2024-01-01T00:00:00,5Z'],
    ['a date without a time', '2024-01-01'],
    ['a year of five digits', '12024-01-01T00:00:00Z'],
    ['a year with a sign', '+002024-01-01T00:00:00Z'],
    ['a number of seconds', '1704067200'],
    ['digits that are not ASCII', '٢٠٢٤-01-01T00:00:00Z'],
    ['a leading space', ' 2024-01-01T00:00:00Z'],
    ['a trailing line break', '2024-01-01T00:00:00Z\n'],
    ['an empty text', ''],
  ])('rejects %s', (_, text) => {
    expect(isDateTime(text)).toBe(false);
  });

  test('accepts every time that JavaScript formats', () => {
    const moments = fc.date({
      noInvalidDate: true,
      min: new Date('0000-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59.999Z'),
    });
    fc.assert(fc.property(moments, (moment) => isDateTime(moment.toISOString())));
  });

  test('accepts a day if and only if it is in the calendar', () => {
    const [year, month, day] = [
      fc.nat(9999),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 31 }),
    ];
    fc.assert(
      fc.property(year, month, day, (...parts) => {
        const date = parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-');
        const moment = new Date(`${date}T00:00:00.000Z`);
        const exists = !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(date);
        expect(isDateTime(`${date}T00:00:00Z`)).toBe(exists);
      }),
    );
  });

  test('rejects a time with one more or one fewer character', () => {
    const whole = '2024-02-29T12:34:56+00:00';
    fc.assert(
      fc.property(fc.nat(whole.length - 1), (index) => {
        expect(isDateTime(whole.slice(0, index) + whole.slice(index + 1))).toBe(false);
        expect(isDateTime(`${whole.slice(0, index)}x${whole.slice(index)}`)).toBe(false);
      }),
    );
  });
});

describe('uuid', () => {
  test('accepts any UUID of any version, in upper and lower case', () => {
    fc.assert(fc.property(fc.uuid(), (uuid) => isUuid(uuid) && isUuid(uuid.toUpperCase())));
    expect(isUuid(randomUUID())).toBe(true);
    expect(isUuid('00000000-0000-0000-0000-000000000000')).toBe(true);
    expect(isUuid('ffffffff-ffff-ffff-ffff-ffffffffffff')).toBe(true);
  });

  test('rejects a UUID with one more or one fewer character', () => {
    fc.assert(
      fc.property(
        fc.uuid(),
        fc.nat(35),
        fc.constantFrom('', '-', '0', ' ', '\n', 'g', '{'),
        (uuid, index, added) => {
          expect(isUuid(uuid.slice(0, index) + uuid.slice(index + 1))).toBe(false);
          if (added !== '') expect(isUuid(uuid.slice(0, index) + added + uuid.slice(index))).toBe(false);
        },
      ),
    );
  });

  test.each([
    '',
    'not-a-uuid',
    '550e8400e29b41d4a716446655440000',
    '{550e8400-e29b-41d4-a716-446655440000}',
    'urn:uuid:550e8400-e29b-41d4-a716-446655440000',
    '550e8400-e29b-41d4-a716-44665544000g',
    '550e8400-e29b-41d4-a716-446655440000\n',
    '550e8400_e29b_41d4_a716_446655440000',
  ])('rejects %j', (text) => {
    expect(isUuid(text)).toBe(false);
  });
});

describe('uri', () => {
  test.each([
    'https://example.com/logos/garmin.svg',
    'https://logo_url.com',
    'HTTP://example.com?a=b#c',
    'urn:isbn:0451450523',
    'data:image/png;base64,AA==',
  ])('accepts %s', (text) => {
    expect(isUri(text)).toBe(true);
  });

  test.each([
    '',
    '/logos/garmin.svg',
    '//example.com/logo.svg',
    'example.com',
    'https://',
    'https://exa mple.com',
    ' https://example.com',
    'https://example.com\n',
    'https://exämple.com',
    '1https://example.com',
  ])('rejects %j', (text) => {
    expect(isUri(text)).toBe(false);
  });

  test('accepts any web URL', () => {
    fc.assert(fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), isUri));
  });
});

test.each([
  'https://example.com/<b>',
  'https://example.com/"',
  'https://example.com/%zz',
  'https://example.com/%4',
  'https://example.com/é',
])('uri rejects %s, which contains a character that RFC 3986 does not allow', (text) => {
  expect(isUri(text)).toBe(false);
});
