import type { ServerResponse } from 'node:http';
import type { AnsweredRequest } from './log.ts';

/** What a request belongs to. */
export interface RequestSubject {
  /** The id of the workspace in the rows of the store. */
  readonly workspaceId: string;
  /** The vendor. */
  readonly api: string;
  /** The operationId. */
  readonly operation: string;
}

/** A completed request. */
export interface JournalEntry extends AnsweredRequest {
  /** When it ended. */
  readonly time: string;
  /** Null if it has no valid key or no operation; then it is in no journal. */
  readonly subject: RequestSubject | null;
  /** The size of the body that was sent. */
  readonly bytes: number;
  /** True if the answer came from the cache. */
  readonly isCached: boolean;
}

const subjectKey = Symbol('subject');

type AssignedResponse = ServerResponse & { [subjectKey]?: RequestSubject };

/** Sets what the request of a response belongs to, before the response ends. */
export function assignSubject(response: AssignedResponse, subject: RequestSubject): void {
  response[subjectKey] = subject;
}

/** What the request of a response belongs to; null if that was not set. */
export function subjectOf(response: AssignedResponse): RequestSubject | null {
  return response[subjectKey] ?? null;
}
