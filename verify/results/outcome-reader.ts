import type { CheckDescription, Outcome } from './outcome.ts';

/** The outcomes of a run, begun when the first is asked for, and read no further than is asked. */
export class OutcomeReader {
  readonly #source: AsyncGenerator<Outcome>;
  readonly #known = new Map<string, Outcome>();
  #reading: Promise<unknown> = Promise.resolve();

  constructor(source: AsyncGenerator<Outcome>) {
    this.#source = source;
  }

  /** How this check ended. */
  async of({ id }: CheckDescription): Promise<Outcome> {
    for (;;) {
      const known = this.#known.get(id);
      if (known !== undefined) return known;
      if (!(await this.#readOn())) throw new Error(`The run has ended before the check ${id}.`);
    }
  }

  async all(): Promise<readonly Outcome[]> {
    while (await this.#readOn());
    return [...this.#known.values()];
  }

  /** One reads at a time; whoever comes second may find what they want read already. */
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
