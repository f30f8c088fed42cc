/** What the operating system calls an error, such as `ENOENT`; the error's own words where it has no code. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
