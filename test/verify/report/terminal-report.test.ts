import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { createTerminalReport, type TerminalReportOptions } from '../../../verify/report/terminal-report.ts';
import type { RunReport } from '../../../verify/results/run-report.ts';
import {
  everyHostileStatus,
  everyStatus,
  sampleFinding,
  sampleOutcome,
  sampleReport,
} from './sample-report.ts';

/** The pieces of text that are written for a run. */
function written(report: RunReport, options: Partial<TerminalReportOptions> = {}): readonly string[] {
  const pieces: string[] = [];
  const stream = { write: (text: string) => pieces.push(text) };
  const terminal = createTerminalReport({ stream, isTty: false, color: false, ...options });
  const { target, vendors, outcomes } = report;
  terminal.begin({ target, vendors, planned: outcomes.length });
  for (const outcome of outcomes) {
    terminal.start(outcome.check);
    terminal.outcome(outcome);
  }
  terminal.end(report, { nextSteps: ['Provide --second-key to run 1 more check.'] });
  return pieces;
}

test('It shows each check under its API and group, its findings below, and what to do next', () => {
  expect(written(sampleReport(everyStatus)).join('')).toMatchInlineSnapshot(`
    "Verifying http://127.0.0.1:4010
    Junction, Mielto · 6 checks

    Junction · authentication
      ✓ A check that is passed

    Junction · shape
      ✗ A check that is failed
        check     junction.listConnections.shape.failed-check
        failure   /providers/0/status
        expected  one of "connected" and "error"
        got       "on", "off"
        contract  spec/junction.yaml#/components/schemas/JunctionProvider/properties/status (the vendor's page)
        repeat    curl --header 'x-vital-api-key: '"$JUNCTION_KEY" http://127.0.0.1:4010/v2/user/providers/1
        failure   the whole response
        expected  one of "connected" and "error"
        got       "on"
        contract  spec/junction.yaml#/components/schemas/JunctionProvider/properties/status (the vendor's page)
        repeat    curl --header 'x-vital-api-key: '"$JUNCTION_KEY" http://127.0.0.1:4010/v2/user/providers/1
      ! A check that is warning
        check     junction.listConnections.shape.warning-check
        warning   /providers/0/status
        expected  one of "connected" and "error"
        got       "on"
        contract  spec/junction.yaml#/components/schemas/JunctionProvider/properties/status (this project's decision)

    Mielto · shape
      ? A check that is inconclusive
        check     mielto.listConnections.shape.inconclusive-check
        reason    The user has no connections.
      – A check that is skipped (skipped: It needs --second-key.)
      ✗ A check that is error
        check     mielto.listConnections.shape.error-check
        error     The connection was refused.

    1 passed, 1 failed, 1 warning, 1 inconclusive, 1 skipped, 1 error
    84 requests in 3.2 s, seed 1
    ✗ 1 check could not be run.
    → --explain junction.listConnections.shape.failed-check shows the rule, why it matters and how to fix it.
    → Provide --second-key to run 1 more check.
    "
  `);
});

test('With verbose it shows the id, request count and duration of each check', () => {
  const text = written(sampleReport(everyStatus), { verbose: true }).join('');
  expect(text).toContain(
    '\n  ✓ A check that is passed\n    check     junction.listConnections.authentication.passed-check · 2 requests · 13 ms\n',
  );
  expect(text).toContain('\n  – A check that is skipped\n');
});

test('It shows three findings per check, with verbose all of them', () => {
  const findings = Array.from({ length: 12 }, (_, index) => sampleFinding({ at: `/${index}` }));
  const report = sampleReport([sampleOutcome({ status: 'failed', findings })]);
  const [brief, verbose] = [written(report).join(''), written(report, { verbose: true }).join('')];
  expect(brief.match(/failure {3}\//g)).toHaveLength(3);
  expect(brief).toContain('more      9 other findings; --report json=FILE writes all of them');
  expect(verbose.match(/failure {3}\//g)).toHaveLength(12);
});

describe('Escape codes', () => {
  test.each([
    ['to a file', { isTty: false, color: false }],
    ['to a terminal with NO_COLOR', { isTty: true, color: false }],
  ])('are not written %s', (_, options) => {
    expect(written(sampleReport(everyStatus), options).join('').replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  });

  test.each([
    ['without colour', { isTty: false, color: false }],
    ['with colour', { isTty: true, color: true }],
  ])('never come from a server, %s', (_, options) => {
    const text = written(sampleReport(everyHostileStatus), options).join('');
    const own = stripVTControlCharacters(text).replaceAll(/[\r\n]/g, '');
    expect(own).not.toMatch(/[\p{Cc}\p{Cs}\p{Bidi_Control}]/u);
    expect(text).not.toMatch(/^\s*::|##\w*\[/m);
  });

  test('do not change the text', () => {
    const report = sampleReport(everyStatus);
    expect(stripVTControlCharacters(written(report, { color: true }).join(''))).toBe(
      written(report).join(''),
    );
  });
});

describe('On a terminal', () => {
  const pieces = written(sampleReport(everyStatus), { isTty: true, color: true, columns: 30 });
  const progress = pieces
    .filter((piece) => !piece.endsWith('\n'))
    .map((piece) => stripVTControlCharacters(piece));

  test('a line shows the progress and the running check, and fits the width', () => {
    expect(progress.slice(0, 3)).toEqual([
      '\r1 of 6  Junction · A check th',
      '\r2 of 6',
      '\r2 of 6  Junction · A check th',
    ]);
    for (const line of progress) expect(line.length).toBeLessThanOrEqual(30);
  });

  test('the line is erased before other text is written', () => {
    for (const piece of pieces) expect(piece.startsWith('\r\u001b[2K')).toBe(true);
    expect(pieces.at(-1)?.endsWith('\n')).toBe(true);
  });
});

test('A run that conforms has no next steps', () => {
  const report = sampleReport([sampleOutcome({ status: 'passed' })]);
  const pieces: string[] = [];
  createTerminalReport({ stream: { write: (text) => pieces.push(text) }, isTty: false, color: false }).end(
    report,
  );
  expect(pieces.join('')).toBe(
    '\n1 passed, 0 failed\n84 requests in 3.2 s, seed 1\n✓ The target conforms to the contract.\n',
  );
});
