import type { LinkAnswer } from './link-answer.ts';

/** The error that a page throws to answer in another way than usual. */
export class LinkRefusal extends Error {
  readonly answer: LinkAnswer;

  constructor(answer: LinkAnswer) {
    super('A page of a link cannot be shown.');
    this.answer = answer;
  }
}
