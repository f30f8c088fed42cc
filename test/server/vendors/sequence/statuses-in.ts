interface Row {
  readonly slug?: string;
  readonly provider?: string;
  readonly integration?: string;
  readonly status: string;
  readonly error_details?: { readonly error_type: string } | null;
}

/** The provider and the status of each row of a vendor's list, sorted. Junction's status is the type of an error. */
export function statusesIn(list: unknown): string[] {
  const rows: unknown = Array.isArray(list)
    ? list
    : (Reflect.get(Object(list), 'providers') ?? Reflect.get(Object(list), 'connections'));
  if (!Array.isArray(rows)) return [];
  return rows
    .map(({ slug, provider, integration, status, error_details }: Row) => {
      const name = slug ?? integration ?? provider;
      return `${name} ${status === 'error' ? (error_details?.error_type ?? status) : status}`;
    })
    .sort();
}
