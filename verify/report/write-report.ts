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

/** Writes a report and creates missing folders. A file is replaced atomically; pipes and devices are written to. */
export async function writeReport({ format, path, report, ...context }: WriteReportOptions): Promise<void> {
  const { title, render } = formats[format];
  const text = render(report, context);
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}`);
  try {
    await createFolders(dirname(path));
    if (await isDevice(path)) return await appendFile(path, text);
    await writeFile(temporary, text, { flag: 'wx' });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw new Error(`Cannot write the ${title} report to ${path}: ${explain(error)}`, { cause: error });
  }
}

/** Creates a folder and its parents. Node's recursive `mkdir` never ends in file systems such as `/proc`. */
async function createFolders(folder: string): Promise<void> {
  const known = await stat(folder).catch(() => null);
  if (known !== null) return;
  if (dirname(folder) !== folder) await createFolders(dirname(folder));
  await mkdir(folder).catch((error: unknown) => {
    // Another process may have created it in the meantime.
    if (errorCode(error) !== 'EEXIST') throw error;
  });
}

/** Whether the path is a pipe or a device, such as `/dev/stdout`, which must not be replaced. */
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
      return `the folder cannot be written to (${code}). Name a file in a writable folder.`;
    case 'ENOTDIR':
    case 'EEXIST':
      return `part of the path is a file (${code}). Name a file in a folder.`;
    case 'EISDIR':
      return `it is a folder (${code}). Name a file in it.`;
    case 'ENOSPC':
      return `the disk is full (${code}). Free space, or name a file elsewhere.`;
    default:
      return `${code}. Name a writable file.`;
  }
}

/** The error code of the operating system, such as `ENOENT`; the error's message if it has no code. */
function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
