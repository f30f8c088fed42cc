import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { retryDelay } from '../../../verify/session/retry-delay.ts';

const now = new Date('2026-01-01T00:00:00Z');
const inSeconds = (seconds: number) => new Date(now.getTime() + seconds * 1000).toUTCString();

describe('Retry-After', () => {
  test.each<[string | undefined, { tried: number; want: number | null }]>([
    ['0', { tried: 3, want: 0 }],
    ['2', { tried: 0, want: 2_000 }],
    [' 60 ', { tried: 0, want: 60_000 }],
    ['61', { tried: 0, want: null }],
    ['9'.repeat(400), { tried: 0, want: null }],
    [inSeconds(5), { tried: 0, want: 5_000 }],
    [inSeconds(-5), { tried: 0, want: 0 }],
    [inSeconds(3_600), { tried: 0, want: null }],
    [undefined, { tried: 0, want: 500 }],
    ['', { tried: 1, want: 1_000 }],
    ['soon', { tried: 2, want: 2_000 }],
    ['Infinity', { tried: 0, want: 500 }],
    [undefined, { tried: 10, want: 60_000 }],
  ])('%j gives the delay', (header, { tried, want }) => {
    expect(retryDelay(header, tried, now)).toBe(want);
  });

  test('never gives a delay below zero or above a minute', () => {
    const header = fc.oneof(
      fc.constant(undefined),
      fc.string(),
      fc.double().map(String),
      fc.integer().map(String),
      fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
    );
    fc.assert(
      fc.property(header, fc.nat(10), (text, tried) => {
        const delay = retryDelay(text, tried, now) ?? 0;
        expect(delay).toBeGreaterThanOrEqual(0);
        expect(delay).toBeLessThanOrEqual(60_000);
      }),
    );
  });

  test('that is missing or not valid never gives null', () => {
    for (const header of [undefined, '', 'soon']) expect(retryDelay(header, 10, now)).not.toBeNull();
  });
});
