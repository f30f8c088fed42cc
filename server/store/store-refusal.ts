/** Why a database that answers cannot be used, in the words of a user, and what to do about it. */
export class StoreRefusal extends Error {
  override name = 'StoreRefusal';
  readonly advice: string;

  constructor(reason: string, advice: string) {
    super(reason);
    this.advice = advice;
  }
}
