import { type Compilable, type CompiledQuery, type RawBuilder, sql } from 'kysely';

class Placeholder {
  readonly name: PropertyKey;
  constructor(name: PropertyKey) {
    this.name = name;
  }
}

/** Runs a compiled query that only reads, outside any transaction. */
export type RunQuery = <Row>(query: CompiledQuery<Row>) => Promise<readonly Row[]>;

/**
 * Compiles a query once and returns a function that fills in values: compiling takes longer than SQLite's answer.
 * In `build`, `parameter('name')` is the placeholder of a value.
 */
export function prepareQuery<Parameters extends object, Row>(
  build: (
    parameter: <Name extends keyof Parameters>(name: Name) => RawBuilder<Parameters[Name]>,
  ) => Compilable<Row>,
): (values: Parameters) => CompiledQuery<Row> {
  const compiled = build((name) => sql`${sql.val(new Placeholder(name))}`).compile();
  return (values) => ({
    ...compiled,
    parameters: compiled.parameters.map((parameter) =>
      parameter instanceof Placeholder ? values[parameter.name as keyof Parameters] : parameter,
    ),
  });
}
