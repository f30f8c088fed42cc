/** The paging and filters of a request. */
export interface Paging {
  readonly skip: number;
  readonly limit: number;
  readonly filters: readonly (readonly [string, string])[];
}

/** The error for an invalid query, in FastAPI's format. */
export interface Invalid {
  readonly detail: readonly {
    readonly loc: readonly string[];
    readonly msg: string;
    readonly type: string;
  }[];
}

/** The documented values of each filter. */
export const choices = {
  integration_type: ['connectors', 'mcp', 'tool', 'model', 'custom', 'storage', 'api'],
  status: ['active', 'inactive', 'testing', 'error', 'expired'],
} as const;

/** Reads a query. The last value of a repeated parameter wins, and unknown parameters are ignored. */
export function readPaging(query: URLSearchParams): Paging | Invalid {
  const detail: Invalid['detail'][number][] = [];
  const refuse = (name: string, msg: string, type: string) =>
    detail.push({ loc: ['query', name], msg, type });
  const integer = (name: string, standard: number, least: number, most: number) => {
    const text = query.getAll(name).at(-1);
    if (text === undefined) return standard;
    if (!/^[+-]?\d+$/.test(text)) refuse(name, 'value is not a valid integer', 'type_error.integer');
    else if (Number(text) < least) refuse(name, `ensure this value is at least ${least}`, 'value_error');
    else if (Number(text) > most) refuse(name, `ensure this value is at most ${most}`, 'value_error');
    return Number(text);
  };
  const skip = integer('skip', 0, 0, Number.POSITIVE_INFINITY);
  const limit = integer('limit', 100, 1, 1000);
  const filters = Object.entries(choices).flatMap(([name, known]) => {
    const value = query.getAll(name).at(-1);
    if (value === undefined) return [];
    if (!known.some((choice) => choice === value)) {
      refuse(name, 'value is not a valid enumeration member', 'type_error.enum');
    }
    return [[name, value] as const];
  });
  return detail.length === 0 ? { skip, limit, filters } : { detail };
}
