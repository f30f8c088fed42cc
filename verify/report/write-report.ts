import { randomUUID } from 'node:crypto';
import { appendFile, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { RunReport } from '../results/run-report.ts';
import { jsonReport } from './json-report.ts';
import { junitReport } from './junit-report.ts';
import type { ReportFormat, ReportRequest } from './parse-report-option.ts';
import type { ReportContext } from './report-context.ts';
import { sarifReport } from './sarif-report.ts';

export interface WriteReportOptions extends ReportRequest, ReportContext {
  readonly report: RunReport;
}

const formats = {
  json: { title: 'JSON', render: jsonReport },
  junit: { title: 'JUnit', render: junitReport },
  sarif: { title: 'SARIF', render: sarifReport },
} as const satisfies Record<
  ReportFormat,
  { title: string; render: (report: RunReport, context: ReportContext) => string }
>;

/** Writes a report, with the folders that it needs. A file is there whole or not at all; a pipe or a device is written to. */
export async function writeReport({ format, path, report, ...context }: WriteReportOptions): Promise<void> {
  const { title, render } = formats[format];
  const text = render(report, context);
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}`);
  try {
    await makeFolders(dirname(path));
    if (await isDevice(path)) return await appendFile(path, text);
    await writeFile(temporary, text, { flag: 'wx' });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw new Error(`Cannot write the ${title} report to ${path}: ${explain(error)}`, { cause: error });
  }
}

/** Makes a folder and those that it is in. Node's own way never ends where a system takes none, as in `/proc`. */
async function makeFolders(folder: string): Promise<void> {
  const known = await stat(folder).catch(() => null);
  if (known !== null) return;
  if (dirname(folder) !== folder) await makeFolders(dirname(folder));
  await mkdir(folder).catch((error: unknown) => {
    // Another process may have made it meanwhile.
    if (errorCode(error) !== 'EEXIST') throw error;
  });
}

/** Whether what is there is written into and not replaced, such as `/dev/stdout`. */
async function isDevice(path: string): Promise<boolean> {
  const known = await stat(path).catch(() => null);
  return known !== null && !known.isFile() && !known.isDirectory();
}

function explain(error: unknown): string {
  const code = errorCode(error);
  switch (code) {
    case 'ENOENT':
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `it may not be written there (${code}). Name a file in a folder that can be written.`;
    case 'ENOTDIR':
    case 'EEXIST':
      return `a part of that path is a file (${code}). Name a file in a folder.`;
    case 'EISDIR':
      return `it is a folder (${code}). Name a file in it.`;
    case 'ENOSPC':
      return `the disk is full (${code}). Free space, or name a file elsewhere.`;
    default:
      return `${code}. Name a file that can be written.`;
  }
}

/** What the operating system calls an error, such as `ENOENT`; the error's own words if it has no code. */
function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
