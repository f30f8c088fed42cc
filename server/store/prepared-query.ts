import { type Compilable, type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from './tables.ts';

class Placeholder {
  readonly name: PropertyKey;
  constructor(name: PropertyKey) {
    this.name = name;
  }
}

/**
 * Compiles a query once and returns a function that runs it: compiling costs more than SQLite takes to answer.
 * `build` says with `parameter('name')` where a value will stand.
 */
export function prepareQuery<Parameters extends object, Row>(
  db: Kysely<Tables>,
  build: (
    parameter: <Name extends keyof Parameters>(name: Name) => RawBuilder<Parameters[Name]>,
  ) => Compilable<Row>,
): (values: Parameters) => Promise<Row[]> {
  const compiled = build((name) => sql`${sql.val(new Placeholder(name))}`).compile();
  return async (values) => {
    const parameters = compiled.parameters.map((parameter) =>
      parameter instanceof Placeholder ? values[parameter.name as keyof Parameters] : parameter,
    );
    const { rows } = await db.executeQuery<Row>({ ...compiled, parameters });
    return rows;
  };
}
