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
] as const)('It writes %s into folders that it makes, over what was there', async (format, begins) => {
  const path = join(folder, format, 'deep', 'report');
  await writeReport({ format, path, report });
  await writeReport({ format, path, report });
  expect(readFileSync(path, 'utf8')).toMatch(begins);
  expect(readdirSync(join(folder, format, 'deep'))).toEqual(['report']);
});

test('A pipe is written to, and not replaced by a file', async () => {
  const path = join(folder, 'pipe');
  execFileSync('mkfifo', [path]);
  const [read] = await Promise.all([readFile(path, 'utf8'), writeReport({ format: 'json', path, report })]);
  expect(read).toBe(jsonReport(report));
  expect(lstatSync(path).isFIFO()).toBe(true);
});

test('It hands on what else there is to tell', async () => {
  const path = join(folder, 'context.json');
  const context = { configFile: 'contract.yaml', toolVersion: '1.2.3' };
  await writeReport({ format: 'json', path, report, ...context });
  expect(readFileSync(path, 'utf8')).toBe(jsonReport(report, context));
});

describe('What cannot be written leaves nothing behind, and one line says what to do', () => {
  test.runIf(existsSync('/proc/self'))('where no folder can be made', async () => {
    const path = '/proc/none/deep/report.json';
    await expect(writeReport({ format: 'json', path, report })).rejects.toThrow(
      `Cannot write the JSON report to ${path}: it may not be written there (`,
    );
  });

  test('on the way through a file', async () => {
    writeFileSync(join(folder, 'file'), '');
    const path = join(folder, 'file', 'report.json');
    await expect(writeReport({ format: 'json', path, report })).rejects.toThrow(
      `Cannot write the JSON report to ${path}: a part of that path is a file (`,
    );
  });

  test('where a folder is', async () => {
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
  ])('takes %s', (value, want) => {
    expect(parseReportOption(value)).toEqual(want);
  });

  test.each([
    ['html=out.html', "'html' is no format of a report. Give one of json=FILE, junit=FILE, sarif=FILE."],
    ['', "'' is no format of a report. Give one of json=FILE, junit=FILE, sarif=FILE."],
    ['junit', 'The junit report has no file. Give junit=FILE.'],
    ['json=', 'The json report has no file. Give json=FILE.'],
  ])("refuses '%s'", (value, message) => {
    expect(() => parseReportOption(value)).toThrow(message);
  });
});
