/** Whether the data is in PostgreSQL, and not in a file or in memory. */
export function isPostgres(data: string): boolean {
  return /^postgres(?:ql)?:\/\//i.test(data);
}
