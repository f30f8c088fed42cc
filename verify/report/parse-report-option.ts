import { ExplainedError } from '../../contract/explained-error.ts';

/** The formats of a report in a file. */
export const reportFormats = ['json', 'junit', 'sarif'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** A report that the user wants. */
export interface ReportRequest {
  readonly format: ReportFormat;
  readonly path: string;
}

/** Reads the value of `--report`, such as `junit=reports/contract.xml`; throws an `ExplainedError` if it is not one. */
export function parseReportOption(value: string): ReportRequest {
  const [name = '', ...rest] = value.split('=');
  const path = rest.join('=');
  const format = reportFormats.find((known) => known === name);
  const choices = reportFormats.map((known) => `${known}=FILE`).join(', ');
  if (format === undefined)
    throw new ExplainedError(`'${name}' is no format of a report. Give one of ${choices}.`);
  if (path === '') throw new ExplainedError(`The ${name} report has no file. Give ${name}=FILE.`);
  return { format, path };
}
