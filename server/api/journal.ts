// The last requests of each workspace, for people and for assertions in tests.
import type { JournalEntry } from './journal-entry.ts';
import { createJournalRing, type JournalRing } from './journal-ring.ts';

/** The default size of the journal of one workspace. */
const requestsPerWorkspace = 1000;

/** The default size of all journals of the process. An entry takes less than half a kilobyte. */
const requestsInTotal = 20_000;

/** The journals of all workspaces in this process. */
export interface Journal {
  /** Adds a request to the journal of its workspace. The oldest entry is removed if the journal is full. */
  add(entry: JournalEntry): void;
  /** The requests of a workspace, newest first, and the time after which none is missing. */
  read(workspaceId: string): { readonly entries: readonly JournalEntry[]; readonly completeSince: string };
  /** Removes all requests of a workspace. */
  clear(workspaceId: string): void;
}

interface WorkspaceJournal {
  readonly workspaceId: string;
  readonly ring: JournalRing;
  readonly begin: string;
}

/**
 * Makes empty journals, bounded for each workspace and in total. If the total is exceeded, the journal of the workspace
 * that has been quiet for longest is removed.
 */
export function createJournal(options: {
  readonly now: () => string;
  readonly perWorkspace?: number;
  readonly inTotal?: number;
}): Journal {
  const { now, perWorkspace = requestsPerWorkspace, inTotal = requestsInTotal } = options;
  // In the order of their last request: the quietest workspace is first.
  const journals = new Map<string, WorkspaceJournal>();
  let latest: WorkspaceJournal | undefined;
  // An empty journal counts too.
  let total = 0;
  let beginOfNew = now();

  function journalOf(workspaceId: string): WorkspaceJournal {
    const known = journals.get(workspaceId);
    if (known === undefined) return begin(workspaceId, beginOfNew);
    journals.delete(workspaceId);
    journals.set(workspaceId, known);
    latest = known;
    return known;
  }

  function begin(workspaceId: string, time: string): WorkspaceJournal {
    const made = { workspaceId, ring: createJournalRing(perWorkspace), begin: time };
    journals.set(workspaceId, made);
    latest = made;
    total += 1;
    removeQuietest();
    return made;
  }

  function remove({ workspaceId, ring }: WorkspaceJournal): void {
    journals.delete(workspaceId);
    total -= ring.size + 1;
  }

  function removeQuietest(): void {
    for (const journal of journals.values()) {
      if (total <= inTotal || journal === latest) return;
      remove(journal);
      const last = journal.ring.newestFirst()[0]?.time ?? journal.begin;
      if (last > beginOfNew) beginOfNew = last;
    }
  }

  return {
    add(entry) {
      const { subject } = entry;
      if (subject === null) return;
      const { workspaceId } = subject;
      const { ring } = latest?.workspaceId === workspaceId ? latest : journalOf(workspaceId);
      total -= ring.size;
      ring.add(entry, subject);
      total += ring.size;
      if (total > inTotal) removeQuietest();
    },
    read(workspaceId) {
      const journal = journals.get(workspaceId);
      if (journal === undefined) return { entries: [], completeSince: beginOfNew };
      const { ring } = journal;
      return { entries: ring.newestFirst(), completeSince: ring.removedAt ?? journal.begin };
    },
    clear(workspaceId) {
      const journal = journals.get(workspaceId);
      if (journal !== undefined) remove(journal);
      begin(workspaceId, now());
    },
  };
}
