import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { junitReport } from '../../../verify/report/junit-report.ts';
import { everyStatus, sampleReport, sampleReports } from './sample-report.ts';

describe.each(['junit-10.xsd', 'JUnit.xsd'])('By the published schema %s', (name) => {
  const schema = readFileSync(new URL(`schemas/${name}`, import.meta.url), 'utf8');

  test.each(sampleReports)('%s is valid', async (_, report) => {
    expect((await validateXML({ xml: junitReport(report), schema })).errors).toEqual([]);
    const withContext = junitReport(report, { configFile: 'contract.yaml', toolVersion: '1.2.3' });
    expect((await validateXML({ xml: withContext, schema })).errors).toEqual([]);
  });

  test('a report without the number of tests is not valid', async () => {
    const xml = junitReport(sampleReport(everyStatus)).replaceAll(/ tests="\d+"/g, '');
    expect((await validateXML({ xml, schema })).valid).toBe(false);
  });
});

test('Each API is a suite with the counts of its checks', () => {
  const suites = junitReport(sampleReport(everyStatus)).match(/<testsuite .*>/g);
  expect(suites).toEqual([
    expect.stringMatching(/ name="Junction" .* tests="3" failures="1" errors="0" skipped="0" /),
    expect.stringMatching(/ name="Mielto" .* tests="3" failures="0" errors="1" skipped="2" /),
  ]);
});

test('A failure contains its findings, a skipped check its reason', () => {
  const xml = junitReport(sampleReport(everyStatus));
  expect(xml).toMatch(
    /<failure message="[^"]*status: expected one of &quot;[^"]*" type="failed">failure {3}\//,
  );
  expect(xml).toContain('<skipped message="It needs --second-key." type="skipped"/>');
  expect(xml).toContain('<skipped message="The user has no connections." type="inconclusive"/>');
  expect(xml).toMatch(/<error message="The connection was refused\." type="error">/);
});

test('A warning that fails the run is a failure and contains its findings', () => {
  const xml = junitReport(sampleReport(everyStatus, { failOnWarning: true }));
  expect(xml).toMatch(/<testsuite .* name="Junction" .* tests="3" failures="2" /);
  expect(xml).toMatch(/<failure message="[^"]*" type="warning">warning {3}\//);
  expect(xml).not.toContain('warning-check: ');
});

test('The findings of a warning are in system-out of the suite', () => {
  const [, text = ''] =
    junitReport(sampleReport(everyStatus)).match(/<system-out>([^<]+)<\/system-out>/) ?? [];
  expect(text).toMatch(
    /^junction\.listConnections\.shape\.warning-check: A check that is warning\nwarning {3}\/providers\/0\/status/,
  );
});
