import type { Operation, Parameter } from '../../contract/operation.ts';

/** The path parameter that names what an operation reads, such as `user_id`; undefined if its path names nothing. */
export function subjectOf({ parameters }: Operation): Parameter | undefined {
  return parameters.findLast(({ in: location }) => location === 'path');
}

/** Whether an operation reads something of one user, so that the ids of users are its subjects. */
export function readsUser(operation: Operation): boolean {
  return subjectOf(operation)?.name === 'user_id';
}

/** What an operation reads, as a noun: `user`, or `connection` for `connection_id`. */
export function subjectNoun(operation: Operation): string {
  return (subjectOf(operation)?.name ?? 'answer').replace(/_id$/, '').replaceAll('_', ' ');
}

/** The flag that gives the ids of what an operation reads. */
export function flagFor(operation: Operation): string {
  const name = subjectOf(operation)?.name;
  return name === undefined || readsUser(operation) ? '--user' : `--parameter ${name}=…`;
}

/** A noun or a name with its article at the beginning of a sentence, such as `An integration`. */
export function withArticle(noun: string): string {
  return `${/^[aeio]/.test(noun) ? 'An' : 'A'} ${noun}`;
}
