import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { jsonReport } from '../../../verify/report/json-report.ts';
import { parseReportOption } from '../../../verify/report/parse-report-option.ts';
import { writeReport } from '../../../verify/report/write-report.ts';
import { useFolder } from '../../support/use-folder.ts';
import { everyStatus, sampleReport } from './sample-report.ts';

const folder = useFolder();
const report = sampleReport(everyStatus);

test.each([
  ['json', /^\{\n {2}"reportFormat": "CTRF"/],
  ['junit', /^<\?xml version="1.0" encoding="UTF-8"\?>\n<testsuites>/],
  ['sarif', /^\{\n {2}"\$schema": .*sarif/],
] as const)('It writes %s, creates missing folders and replaces an existing file', async (format, begins) => {
  const path = join(folder, format, 'deep', 'report');
  await writeReport({ format, path, report });
  await writeReport({ format, path, report });
  expect(readFileSync(path, 'utf8')).toMatch(begins);
  expect(readdirSync(join(folder, format, 'deep'))).toEqual(['report']);
});

test('It writes to a pipe and does not replace it by a file', async () => {
  const path = join(folder, 'pipe');
  execFileSync('mkfifo', [path]);
  const [read] = await Promise.all([readFile(path, 'utf8'), writeReport({ format: 'json', path, report })]);
  expect(read).toBe(jsonReport(report));
  expect(lstatSync(path).isFIFO()).toBe(true);
});

test('It passes on the context of the report', async () => {
  const path = join(folder, 'context.json');
  const context = { configFile: 'contract.yaml', toolVersion: '1.2.3' };
  await writeReport({ format: 'json', path, report, ...context });
  expect(readFileSync(path, 'utf8')).toBe(jsonReport(report, context));
});

describe('A failed write leaves nothing behind, and one line states what to do', () => {
  test.runIf(existsSync('/proc/self'))('if a folder cannot be created', async () => {
    const path = '/proc/none/deep/report.json';
    await expect(writeReport({ format: 'json', path, report })).rejects.toThrow(
      `Cannot write the JSON report to ${path}: the folder cannot be written to (`,
    );
  });

  test('if part of the path is a file', async () => {
    writeFileSync(join(folder, 'file'), '');
    const path = join(folder, 'file', 'report.json');
    await expect(writeReport({ format: 'json', path, report })).rejects.toThrow(
      `Cannot write the JSON report to ${path}: part of the path is a file (`,
    );
  });

  test('if the path is a folder', async () => {
    const path = join(folder, 'taken', 'report.xml');
    mkdirSync(path, { recursive: true });
    await expect(writeReport({ format: 'junit', path, report })).rejects.toThrow(
      `Cannot write the JUnit report to ${path}: it is a folder (EISDIR). Name a file in it.`,
    );
    expect(readdirSync(join(folder, 'taken'))).toEqual(['report.xml']);
  });
});

describe('--report', () => {
  test.each([
    ['json=out.json', { format: 'json', path: 'out.json' }],
    ['junit=a/b=c.xml', { format: 'junit', path: 'a/b=c.xml' }],
    ['sarif=C:\\out.sarif', { format: 'sarif', path: 'C:\\out.sarif' }],
  ])('accepts %s', (value, want) => {
    expect(parseReportOption(value)).toEqual(want);
  });

  test.each([
    ['html=out.html', "'html' is not a report format. Use one of json=FILE, junit=FILE, sarif=FILE."],
    ['', "'' is not a report format. Use one of json=FILE, junit=FILE, sarif=FILE."],
    ['junit', 'The junit report has no file. Use junit=FILE.'],
    ['json=', 'The json report has no file. Use json=FILE.'],
  ])("rejects '%s'", (value, message) => {
    expect(() => parseReportOption(value)).toThrow(message);
  });
});
