import { readContract } from '../../contract/contract.ts';
import type { components } from '../../generated/sandbox.ts';
import { vendorNames } from '../../spec/vendors.ts';
import type { Journal } from '../api/journal.ts';
import type { JournalEntry } from '../api/journal-entry.ts';
import { type InputFault, ProblemError } from '../api/problem.ts';
import type { Store } from '../store/open-store.ts';
import { pageOf, type SandboxHandlers } from './sandbox-handlers.ts';

type WireRequest = components['schemas']['SandboxRequest'];

interface Filters {
  readonly api?: string;
  readonly operation?: string;
  readonly status?: number;
}

/** Makes the handlers that show and empty the journal of a workspace. */
export function createJournalHandlers(
  journal: Journal,
): SandboxHandlers<'listSandboxRequests' | 'clearSandboxRequests'> {
  return {
    async listSandboxRequests({ path, query: { after, limit, ...filters } }, { store }) {
      const workspaceId = await storedId(store, path.workspace_id);
      refuseUnknown(filters);
      const { entries, completeSince } = journal.read(workspaceId);
      const isChosen = (entry: JournalEntry) => matches(entry, filters);
      const { items, next } = pageOf(
        olderThan(entries, after)
          .filter(isChosen)
          .slice(0, limit + 1),
        limit,
      );
      const total = entries.filter(isChosen).length;
      const body = { requests: items.flatMap(present), total, complete_since: completeSince, next };
      return { status: 200, body };
    },

    async clearSandboxRequests({ path }, { store }) {
      journal.clear(await storedId(store, path.workspace_id));
      return { status: 204 };
    },
  };
}

async function storedId(store: Store, publicId: string): Promise<string> {
  const workspace = await store.findSnapshot(publicId);
  if (workspace === null) throw new ProblemError({ kind: 'not-found', what: 'workspace' });
  return workspace.workspaceId;
}

/** With a misspelled name, a test that expects no requests would pass. */
function refuseUnknown({ api, operation }: Filters): void {
  const apis = vendorNames.filter((vendor) => api === undefined || vendor === api);
  if (apis.length === 0) throw invalid('api', `must be one of ${vendorNames.join(', ')}`);
  const isKnown = apis.some((vendor) => readContract(vendor).operations.has(operation ?? ''));
  if (operation !== undefined && !isKnown)
    throw invalid('operation', `must be an operation of ${apis.join(', ')}`);
}

function invalid(name: string, message: string): ProblemError {
  const fault: InputFault = { in: 'query', name, message, code: 'semantic' };
  return new ProblemError({ kind: 'invalid', faults: [fault] });
}

/** The entries after the one with this id. Entries older than one that has been removed have been removed too. */
function olderThan(entries: readonly JournalEntry[], id: string | undefined): readonly JournalEntry[] {
  if (id === undefined) return entries;
  const index = entries.findIndex((entry) => entry.id === id);
  return index < 0 ? [] : entries.slice(index + 1);
}

function matches({ subject, status }: JournalEntry, filters: Filters): boolean {
  return (
    (filters.api === undefined || filters.api === subject?.api) &&
    (filters.operation === undefined || filters.operation === subject?.operation) &&
    (filters.status === undefined || filters.status === status)
  );
}

function present(entry: JournalEntry): WireRequest[] {
  const { id, time, subject, method, path, status, milliseconds, bytes, isCached, isFinished } = entry;
  if (subject === null) return [];
  const { api, operation } = subject;
  const result = { status, milliseconds, bytes, from_cache: isCached, completed: isFinished };
  return [{ id, time, api, operation, method, path, ...result }];
}
