import type { CheckDescription, Outcome } from './outcome.ts';

/** Reads the outcomes of a run lazily: the run starts at the first call, and continues only as far as needed. */
export class OutcomeReader {
  readonly #source: AsyncGenerator<Outcome>;
  readonly #known = new Map<string, Outcome>();
  #reading: Promise<unknown> = Promise.resolve();

  constructor(source: AsyncGenerator<Outcome>) {
    this.#source = source;
  }

  /** The outcome of this check. Rejects if the run ends without it. */
  async of({ id }: CheckDescription): Promise<Outcome> {
    for (;;) {
      const known = this.#known.get(id);
      if (known !== undefined) return known;
      if (!(await this.#readOn())) throw new Error(`The run ended before the check ${id}.`);
    }
  }

  async all(): Promise<readonly Outcome[]> {
    while (await this.#readOn());
    return [...this.#known.values()];
  }

  /** Reads one more outcome. Calls wait for each other, because the generator must not be read concurrently. */
  #readOn(): Promise<boolean> {
    const next = this.#reading.then(async () => {
      const { value, done } = await this.#source.next();
      if (done === true) return false;
      this.#known.set(value.check.id, value);
      return true;
    });
    this.#reading = next;
    return next;
  }
}
