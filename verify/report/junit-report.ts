import XmlBuilder from 'fast-xml-builder';
import type { Vendor } from '../../spec/vendors.ts';
import { apiTitle } from '../results/api-title.ts';
import { causesOf } from '../results/causes-of.ts';
import type { Outcome } from '../results/outcome.ts';
import type { RunReport } from '../results/run-report.ts';
import { outcomeRows, outcomeSentences, rowLines } from './outcome-rows.ts';
import { printable } from './printable.ts';
import type { ReportContext } from './report-context.ts';
import { tally } from './tally.ts';

/** An element. Attributes begin with `@`, the text is `#`, lists are elements with the same name. */
interface Element {
  readonly [name: string]: string | Element | readonly Element[];
}

const builder = new XmlBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  textNodeName: '#',
  format: true,
  suppressEmptyNode: true,
  // Otherwise it writes an attribute that is `true` without its value, which is not XML.
  suppressBooleanAttributes: false,
});

/**
 * The run as JUnit XML, one suite per API. It is valid by the schemas of Jenkins and of Ant. The format has no
 * warnings: unless they fail the run, a check with warnings passes, and its findings are in the suite's `system-out`.
 */
export function junitReport(report: RunReport, { toolVersion }: ReportContext = {}): string {
  const document: Element = {
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    testsuites: {
      testsuite: report.vendors.map((vendor, index) => suite(report, vendor, index, toolVersion)),
    },
  };
  return builder.build(document);
}

function suite(report: RunReport, vendor: Vendor, index: number, toolVersion: string | undefined): Element {
  const outcomes = report.outcomes.filter(({ check }) => check.vendor === vendor);
  const counts = tally(outcomes);
  const facts = {
    target: report.target,
    seed: String(report.seed),
    strict: String(report.strict),
    conclusion: report.conclusion.reason,
    ...Object.fromEntries(causesOf(outcomes).map(({ title, advice }) => ['cause', `${title} ${advice}`])),
    ...(toolVersion === undefined ? {} : { version: toolVersion }),
  };
  return {
    '@package': 'connections-contract',
    '@id': String(index),
    '@name': apiTitle({ vendor, edition: report.editions[vendor] }),
    // Ant's schema requires a time without a zone and a host name. The real host name is private.
    '@timestamp': report.startedAt.toISOString().slice(0, 19),
    '@hostname': 'localhost',
    '@tests': String(outcomes.length),
    '@failures': String(counts.failed + (report.failOnWarning ? counts.warning : 0)),
    '@errors': String(counts.error),
    '@skipped': String(counts.skipped + counts.inconclusive + counts['not-applicable']),
    '@time': seconds(outcomes.reduce((sum, { milliseconds }) => sum + milliseconds, 0)),
    properties: {
      property: Object.entries(facts).map(([name, value]) => ({ '@name': name, '@value': printable(value) })),
    },
    testcase: outcomes.map((outcome) => testCase(outcome, report)),
    'system-out': outcomes
      .filter(({ status }) => status === 'warning' && !report.failOnWarning)
      .map(warningText)
      .join('\n'),
    'system-err': '',
  };
}

function testCase(outcome: Outcome, report: RunReport): Element {
  const { check, milliseconds } = outcome;
  return {
    '@classname': check.id,
    '@name': printable(check.title),
    '@time': seconds(milliseconds),
    ...statusElement(outcome, report),
  };
}

function statusElement(outcome: Outcome, { failOnWarning }: RunReport): Element {
  const attributes = { '@message': outcomeSentences(outcome).join(' '), '@type': outcome.status };
  const text = rowLines(outcomeRows(outcome)).join('\n');
  switch (outcome.status) {
    case 'passed':
      return {};
    case 'warning':
      return failOnWarning ? { failure: { ...attributes, '#': text } } : {};
    case 'failed':
      return { failure: { ...attributes, '#': text } };
    case 'error':
      return { error: { ...attributes, '#': text } };
    case 'skipped':
    case 'not-applicable':
    case 'inconclusive':
      return { skipped: attributes };
    default:
      return outcome satisfies never;
  }
}

function warningText(outcome: Outcome): string {
  return [
    `${outcome.check.id}: ${printable(outcome.check.title)}`,
    ...rowLines(outcomeRows(outcome)),
    '',
  ].join('\n');
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}
