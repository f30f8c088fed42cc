import { vendorEntry } from '../../../spec/vendors.ts';
import { conclude } from '../../../verify/results/conclusion.ts';
import type { Finding } from '../../../verify/results/finding.ts';
import type { CheckDescription, CheckStatus, Outcome } from '../../../verify/results/outcome.ts';
import type { RunReport } from '../../../verify/results/run-report.ts';

/** Text that a hostile server can send to attack the reader of a report. */
export const hostileText = [
  '\u0000\u0007\u001b[2J\u001b]0;owned\u0007\u009b31m\u007f',
  ']]> --> <script>alert(1)</script> </pre></details> & "double" \'single\' `tick` [link](https://evil.example)',
  '\r\n::error::injected\n\n# heading\n##[add-path]/evil ##vso[task.setvariable]x\t%0A',
  '😀 e\u0301 \u202Edesrever\u2066 \u200B \uFEFF \uFFFE \uD800 \uDC00 \u2028 {0} {{',
].join(' ');

export function sampleFinding(changes: Partial<Finding> = {}): Finding {
  return {
    severity: 'failure',
    at: '/providers/0/status',
    expected: 'one of "connected" and "error"',
    actual: '"on"',
    rule: 'spec/junction.yaml#/components/schemas/JunctionProvider/properties/status',
    provenance: 'page',
    cases: ['"on"'],
    curl: 'curl --header \'x-vital-api-key: \'"$JUNCTION_KEY" \\\n  http://127.0.0.1:4010/v2/user/providers/1',
    ...changes,
  };
}

/** An outcome with this status. The id of its check is `<vendor>.<operationId>.<group>.<name>`. */
export function sampleOutcome(status: CheckStatus, check: Partial<CheckDescription> = {}): Outcome {
  return {
    ...status,
    check: {
      id: `${check.vendor ?? 'junction'}.listConnections.${check.group ?? 'shape'}.${status.status}-check`,
      vendor: 'junction',
      operationId: vendorEntry(check.vendor ?? 'junction').list.operationId,
      group: 'shape',
      title: `A check that is ${status.status}`,
      rule: 'spec/junction.yaml#/components/schemas/JunctionProvider',
      provenance: 'page',
      why: 'A client that supports two states shows nothing for a third.',
      fix: 'Send one of the states that the page names.',
      ...check,
    },
    requests: 2,
    milliseconds: 12.6,
  };
}

/** One check with each status, with ordinary findings. */
export const everyStatus: readonly Outcome[] = [
  sampleOutcome({ status: 'passed' }, { group: 'authentication' }),
  sampleOutcome({
    status: 'failed',
    findings: [sampleFinding({ actual: '"on", "off"', cases: ['"on"', '"off"'] }), sampleFinding({ at: '' })],
  }),
  sampleOutcome({
    status: 'warning',
    findings: [sampleFinding({ severity: 'warning', provenance: 'decided', curl: null })],
  }),
  sampleOutcome({ status: 'inconclusive', reason: 'The user has no connections.' }, { vendor: 'mielto' }),
  sampleOutcome({ status: 'skipped', reason: 'It needs --second-key.' }, { vendor: 'mielto' }),
  sampleOutcome({ status: 'error', reason: 'The connection was refused.' }, { vendor: 'mielto' }),
];

/** The same, but each text that can come from a server is hostile. */
export const everyHostileStatus: readonly Outcome[] = everyStatus.map((outcome) =>
  'findings' in outcome
    ? {
        ...outcome,
        findings: outcome.findings.map((finding) => ({
          ...finding,
          at: `/${hostileText}`,
          expected: hostileText,
          actual: hostileText,
          curl: hostileText,
        })),
      }
    : 'reason' in outcome
      ? { ...outcome, reason: hostileText }
      : outcome,
);

/** A run of these checks. */
export function sampleReport(outcomes: readonly Outcome[], changes: Partial<RunReport> = {}): RunReport {
  return {
    target: 'http://127.0.0.1:4010',
    vendors: ['junction', 'mielto'],
    editions: {},
    seed: 1,
    strict: false,
    failOnWarning: false,
    startedAt: new Date('2025-06-01T12:00:00.000Z'),
    milliseconds: 3210.4,
    requests: 84,
    outcomes,
    conclusion: conclude({
      outcomes,
      items: new Map(),
      stopReason: null,
      failOnWarning: false,
      allowInconclusive: false,
    }),
    ...changes,
  };
}

/** The runs that each format must be able to represent. */
export const sampleReports: readonly (readonly [string, RunReport])[] = [
  ['a run with every status', sampleReport(everyStatus)],
  ['a run against a hostile server', sampleReport(everyHostileStatus)],
  ['a run without a check', sampleReport([])],
];
