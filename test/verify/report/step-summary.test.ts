import { expect, test } from 'vitest';
import { stepSummary } from '../../../verify/report/step-summary.ts';
import {
  everyHostileStatus,
  everyStatus,
  sampleFinding,
  sampleOutcome,
  sampleReport,
} from './sample-report.ts';

test('It counts the checks of each API, and shows each check that did not pass', () => {
  const summary = stepSummary(sampleReport(everyStatus));
  expect(summary).toContain(
    '<tr><th>Junction</th><td>1</td><td>1</td><td>1</td><td>0</td><td>0</td><td>0</td><td>0</td></tr>',
  );
  expect(summary.match(/<summary>.*<\/summary>/g)).toEqual([
    '<summary><b>failed</b> · Junction · A check that is failed</summary>',
    '<summary><b>error</b> · Mielto · A check that is error</summary>',
    '<summary><b>warning</b> · Junction · A check that is warning</summary>',
    '<summary><b>inconclusive</b> · Mielto · A check that is inconclusive</summary>',
    '<summary><b>skipped</b> · Mielto · A check that is skipped</summary>',
  ]);
});

test('Text of a hostile server adds no markup: no tags, and no empty line after which Markdown begins', () => {
  const summary = stepSummary(sampleReport(everyHostileStatus));
  const tags = new Set(summary.match(/<\/?\w+[^>]*>/g));
  expect(tags).toEqual(new Set(stepSummary(sampleReport(everyStatus)).match(/<\/?\w+[^>]*>/g)));
  expect(summary).not.toMatch(/\n\s*\n/);
  expect(summary.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\p{Bidi_Control}]/u);
});

test('It stays below the limit of GitHub, and states how much is left out', () => {
  const findings = Array.from({ length: 20 }, () => sampleFinding({ actual: '😀'.repeat(1000) }));
  const outcomes = Array.from({ length: 100 }, () => sampleOutcome({ status: 'failed', findings }));
  const summary = stepSummary(sampleReport(outcomes));
  expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
  expect(summary).toMatch(/<p>\d+ more checks: see the log/);
  expect(summary.match(/<details>/g)).toHaveLength(summary.match(/<\/details>/g)?.length ?? 0);
});
