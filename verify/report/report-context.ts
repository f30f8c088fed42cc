/** What a report can contain in addition to the run. */
export interface ReportContext {
  /** The path of the user's configuration in their repository. Platforms show findings there. */
  readonly configFile?: string;
  readonly toolVersion?: string;
}
