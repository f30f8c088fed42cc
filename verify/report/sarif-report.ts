import { createHash } from 'node:crypto';
import type { Location, Log, Notification, ReportingDescriptor, Result } from 'sarif';
import { causesOf, type RunCause } from '../results/causes-of.ts';
import { type Finding, ofAnyItem } from '../results/finding.ts';
import type { CheckDescription, Outcome } from '../results/outcome.ts';
import type { RunReport } from '../results/run-report.ts';
import { findingSentence, origins } from './finding-rows.ts';
import { jsonText } from './json-text.ts';
import { printable } from './printable.ts';
import type { ReportContext } from './report-context.ts';

/**
 * The run as SARIF 2.1.0. Each check is a rule, each finding a result. A check without a finding has no result, because
 * platforms show every result as an alert, even a pass. Checks that could not be checked are notifications.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarifReport(report: RunReport, context: ReportContext = {}): string {
  const { toolVersion } = context;
  const { target, vendors, editions, seed, strict, startedAt, milliseconds, requests, outcomes, conclusion } =
    report;
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'connections-contract',
            ...(toolVersion === undefined ? {} : { version: toolVersion }),
            rules: outcomes.map(({ check }) => rule(check)),
          },
        },
        invocations: [
          {
            executionSuccessful: conclusion.exitCode !== 2,
            exitCode: conclusion.exitCode,
            exitCodeDescription: conclusion.reason,
            startTimeUtc: startedAt.toISOString(),
            endTimeUtc: new Date(startedAt.getTime() + milliseconds).toISOString(),
            toolExecutionNotifications: [
              ...causesOf(outcomes).map(causeNotification),
              ...outcomes.flatMap(notifications),
            ],
          },
        ],
        results: outcomes.flatMap((outcome, index) => results(outcome, index, context)),
        properties: { target, vendors, editions, seed, strict, requests },
      },
    ],
  };
  return jsonText(log);
}

function rule({
  id,
  title,
  why,
  fix,
  vendor,
  edition,
  group,
  rule,
  provenance,
}: CheckDescription): ReportingDescriptor {
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: { text: `${fix} The rule is in ${rule} (${origins[provenance]}).` },
    properties: {
      vendor,
      ...(edition === undefined ? {} : { edition }),
      group,
      rule,
      provenance,
      tags: [vendor, group],
    },
  };
}

function results(outcome: Outcome, ruleIndex: number, context: ReportContext): readonly Result[] {
  if (!('findings' in outcome)) return [];
  const seen = new Map<string, number>();
  return outcome.findings.map((finding) => {
    const print = fingerprint(outcome.check, finding);
    const nth = (seen.get(print) ?? 0) + 1;
    seen.set(print, nth);
    return {
      ruleId: outcome.check.id,
      ruleIndex,
      level: finding.severity === 'failure' ? 'error' : 'warning',
      message: { text: plain(findingSentence(finding)) },
      locations: [location(finding, outcome.check, context)],
      // The only key that GitHub reads.
      partialFingerprints: { primaryLocationLineHash: `${print}:${nth}` },
      properties: { ...finding },
    };
  });
}

/** The same in each run: it does not depend on the seed, the values or the position in a list. */
function fingerprint(check: CheckDescription, { at, rule }: Finding): string {
  return createHash('sha256')
    .update(JSON.stringify([check.id, ofAnyItem(at), rule]))
    .digest('hex')
    .slice(0, 16);
}

/** The line of the API in the configuration; otherwise the first line, because platforms need one. */
function location(
  { rule, at }: Finding,
  { vendor }: CheckDescription,
  { configFile, apiLines }: ReportContext,
): Location {
  const [file = rule] = rule.split('#');
  const startLine = configFile === undefined ? 1 : (apiLines?.get(vendor) ?? 1);
  return {
    physicalLocation: { artifactLocation: { uri: uriOf(configFile ?? file) }, region: { startLine } },
    logicalLocations: [
      { fullyQualifiedName: rule, kind: 'object' },
      { fullyQualifiedName: at === '' ? '(the whole response)' : printable(at), kind: 'value' },
    ],
  };
}

function causeNotification({ title, advice }: RunCause): Notification {
  return { level: 'error', message: { text: plain(`${printable(title)} ${printable(advice)}`) } };
}

function notifications(outcome: Outcome, index: number): readonly Notification[] {
  if (!('reason' in outcome)) return [];
  const levels = {
    error: 'error',
    inconclusive: 'warning',
    skipped: 'note',
    'not-applicable': 'note',
  } as const;
  return [
    {
      level: levels[outcome.status],
      message: { text: plain(`${outcome.check.title} (${outcome.status}: ${printable(outcome.reason)})`) },
      associatedRule: { id: outcome.check.id, index },
    },
  ];
}

/** In a message, `[text](target)` is a link. Text from a server must not become one. */
function plain(text: string): string {
  return text.replaceAll(/\[(?=[^\]]*\]\()/g, '\\[');
}

function uriOf(path: string): string {
  return path.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
}
