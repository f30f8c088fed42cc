import { readFileSync } from 'node:fs';
import { registerSchema, setShouldValidateFormat, validate } from '@hyperjump/json-schema/draft-04';
import '@hyperjump/json-schema/formats';
import type { Result } from 'sarif';
import { expect, test } from 'vitest';
import type { ReportContext } from '../../../verify/report/report-context.ts';
import { sarifReport } from '../../../verify/report/sarif-report.ts';
import {
  everyHostileStatus,
  everyStatus,
  sampleFinding,
  sampleOutcome,
  sampleReport,
  sampleReports,
} from './sample-report.ts';

const schemaFile = import.meta.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
const schemaId = 'https://schemas.example/sarif-2.1.0';
// The pattern of `language` is not a valid regular expression with the Unicode flag. No report uses that field.
const { id: _, ...schema } = JSON.parse(readFileSync(new URL(schemaFile), 'utf8'), (key, value) =>
  key === 'pattern' && value.endsWith('[a-zA-Z]{2}]?$') ? undefined : value,
);
registerSchema(schema, schemaId);
setShouldValidateFormat(true);
const validator = await validate(schemaId);

function errors(sarif: string): readonly unknown[] {
  const output = validator(JSON.parse(sarif), 'BASIC');
  return output.valid ? [] : (output.errors ?? []);
}

test.each(sampleReports)('%s conforms to the published schema of SARIF 2.1.0', (_title, report) => {
  expect(errors(sarifReport(report))).toEqual([]);
  expect(errors(sarifReport(report, { configFile: 'a folder/contract.yaml', toolVersion: '1.2.3' }))).toEqual(
    [],
  );
});

test('The schema requires a message for each result and checks the format of times', () => {
  const text = sarifReport(sampleReport(everyStatus));
  expect(errors(text.replace('"message"', '"massage"'))).not.toEqual([]);
  expect(errors(text.replace(/"startTimeUtc": "[^"]*"/, '"startTimeUtc": "noon"'))).not.toEqual([]);
});

test('A finding is a result of its rule, a check without a result is a notification', () => {
  const [run] = JSON.parse(sarifReport(sampleReport(everyStatus))).runs;
  expect(run.tool.driver.rules).toHaveLength(6);
  expect(
    run.results.map(({ ruleId, ruleIndex, level }: Record<string, unknown>) => [ruleId, ruleIndex, level]),
  ).toEqual([
    ['junction.listConnections.shape.failed-check', 1, 'error'],
    ['junction.listConnections.shape.failed-check', 1, 'error'],
    ['junction.listConnections.shape.warning-check', 2, 'warning'],
  ]);
  const [invocation] = run.invocations;
  expect(invocation).toMatchObject({ executionSuccessful: false, exitCode: 2 });
  expect(invocation.toolExecutionNotifications.map(({ level }: Record<string, unknown>) => level)).toEqual([
    'warning',
    'note',
    'error',
  ]);
});

test('A result points to the configuration if there is one, otherwise to the contract', () => {
  const uri = (context: { configFile?: string }) =>
    JSON.parse(sarifReport(sampleReport(everyStatus), context)).runs[0].results[0].locations[0]
      .physicalLocation.artifactLocation.uri;
  expect(uri({})).toBe('spec/junction.yaml');
  expect(uri({ configFile: 'ci\\my contract.yaml' })).toBe('ci/my%20contract.yaml');
});

test('A result points to the line of its API in the configuration, if the API is in there', () => {
  const outcomes = (['junction', 'mielto'] as const).map((vendor) =>
    sampleOutcome({ status: 'failed', findings: [sampleFinding()] }, { vendor }),
  );
  const lines = (context: ReportContext) =>
    JSON.parse(sarifReport(sampleReport(outcomes), context)).runs[0].results.map(
      ({ locations }: Result) => locations?.[0]?.physicalLocation?.region?.startLine,
    );
  const apiLines = new Map([['mielto', 9] as const]);
  expect(lines({ configFile: 'contract.yaml', apiLines })).toEqual([1, 9]);
  expect(lines({ apiLines })).toEqual([1, 1]);
});

test('A fingerprint does not depend on values or list positions, and is unique within a run', () => {
  const prints = (...findings: Parameters<typeof sampleFinding>[0][]) =>
    JSON.parse(
      sarifReport(
        sampleReport([
          sampleOutcome({ status: 'failed', findings: findings.map((one) => sampleFinding(one)) }),
        ]),
      ),
    ).runs[0].results.map(
      (result: { partialFingerprints: Record<string, string> }) =>
        result.partialFingerprints.primaryLocationLineHash,
    );
  const [first, second, third] = prints(
    {},
    { at: '/providers/7/status', actual: 'null, 3', cases: ['null', '3'] },
    { at: '' },
  );
  expect(prints({ actual: '"off"', curl: null })).toEqual([first]);
  expect(new Set([first, second, third]).size).toBe(3);
  expect(prints({ at: '/providers/7/status' })).toEqual([first]);
});

test('Text of a server never becomes a link', () => {
  const text = sarifReport(sampleReport(everyHostileStatus));
  for (const { message } of JSON.parse(text).runs[0].results) {
    expect(message.text).not.toMatch(/(?<!\\)\[link\]\(/);
    expect(message.text).toContain('\\[link](');
  }
});
