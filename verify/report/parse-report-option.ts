import { ExplainedError } from '../../contract/explained-error.ts';

/** The formats of report files. */
export const reportFormats = ['json', 'junit', 'sarif'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** A requested report. */
export interface ReportRequest {
  readonly format: ReportFormat;
  readonly path: string;
}

/** Parses a value of `--report`, such as `junit=contract.xml`. Throws an `ExplainedError` if it is not valid. */
export function parseReportOption(value: string): ReportRequest {
  const [name = '', ...rest] = value.split('=');
  const path = rest.join('=');
  const format = reportFormats.find((known) => known === name);
  const choices = reportFormats.map((known) => `${known}=FILE`).join(', ');
  if (format === undefined)
    throw new ExplainedError(`'${name}' is not a report format. Use one of ${choices}.`);
  if (path === '') throw new ExplainedError(`The ${name} report has no file. Use ${name}=FILE.`);
  return { format, path };
}
