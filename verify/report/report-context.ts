/** What a report may tell besides the run. */
export interface ReportContext {
  /** The user's configuration, relative to the root of their repository: where a platform shows what was found. */
  readonly configFile?: string;
  readonly toolVersion?: string;
}
