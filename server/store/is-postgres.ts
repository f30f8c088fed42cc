/** Whether data is kept by PostgreSQL, and not in a file or in memory. */
export function isPostgres(data: string): boolean {
  return /^postgres(?:ql)?:\/\//i.test(data);
}
