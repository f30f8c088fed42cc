import XmlBuilder from 'fast-xml-builder';
import { type Vendor, vendorEntry } from '../../spec/vendors.ts';
import type { Outcome } from '../results/outcome.ts';
import type { RunReport } from '../results/run-report.ts';
import { outcomeRows, outcomeSentences, rowLines } from './outcome-rows.ts';
import { printable } from './printable.ts';
import type { ReportContext } from './report-context.ts';
import { tally } from './tally.ts';

/** An element: attributes begin with `@`, the text is `#`, lists are elements of one name. */
interface Element {
  readonly [name: string]: string | Element | readonly Element[];
}

const builder = new XmlBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  textNodeName: '#',
  format: true,
  suppressEmptyNode: true,
  // It would write an attribute that is `true` without its value, which is no XML.
  suppressBooleanAttributes: false,
});

/**
 * The run as JUnit XML, one suite an API, in the part that the schemas of Jenkins and of Ant have in common. The
 * format knows no warnings: unless they fail the run, such a check has no failure, and its findings stand in the
 * suite's `system-out`.
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
    ...(toolVersion === undefined ? {} : { version: toolVersion }),
  };
  return {
    '@package': 'connections-contract',
    '@id': String(index),
    '@name': vendorEntry(vendor).title,
    // The schema of Ant wants a time without a zone, and a host; which machine it was is nobody's business.
    '@timestamp': report.startedAt.toISOString().slice(0, 19),
    '@hostname': 'localhost',
    '@tests': String(outcomes.length),
    '@failures': String(counts.failed + (report.failOnWarning ? counts.warning : 0)),
    '@errors': String(counts.error),
    '@skipped': String(counts.skipped + counts.inconclusive),
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
  const told = { '@message': outcomeSentences(outcome).join(' '), '@type': outcome.status };
  const text = rowLines(outcomeRows(outcome)).join('\n');
  switch (outcome.status) {
    case 'passed':
      return {};
    case 'warning':
      return failOnWarning ? { failure: { ...told, '#': text } } : {};
    case 'failed':
      return { failure: { ...told, '#': text } };
    case 'error':
      return { error: { ...told, '#': text } };
    case 'skipped':
    case 'inconclusive':
      return { skipped: told };
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
