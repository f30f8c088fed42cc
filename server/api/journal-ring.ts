import type { JournalEntry, RequestSubject } from './journal-entry.ts';

/** Characters of an id, and of a time in ISO 8601. */
const [idLength, timeLength] = [36, 24];
const rowLength = idLength + timeLength;

/** Numbers of an entry: status, milliseconds, bytes, and both flags. */
const numbersPerRow = 5;

const firstRows = 8;

/** The last requests of one workspace. */
export interface JournalRing {
  /** How many requests it has. */
  readonly size: number;
  /** The time of the last request that was removed; null if all are there. */
  readonly removedAt: string | null;
  /** Adds a request. The oldest is removed if the ring is full. */
  add(entry: JournalEntry, subject: RequestSubject): void;
  newestFirst(): JournalEntry[];
}

/**
 * Makes an empty ring of `capacity` requests. It keeps columns and not the entries: with an object for each entry, a
 * cached request took about a tenth longer.
 */
export function createJournalRing(capacity: number): JournalRing {
  // One more row than is shown: the last request that was removed.
  const maximumRows = capacity + 1;
  let rows = Math.min(firstRows, maximumRows);
  let text = Buffer.alloc(rows * rowLength);
  let idLengths = new Uint8Array(rows);
  let numbers = new Float64Array(rows * numbersPerRow);
  const methods: string[] = [];
  const paths: string[] = [];
  const subjects: RequestSubject[] = [];
  let next = 0;
  let used = 0;

  function grow(): void {
    rows = Math.min(rows * 2, maximumRows);
    const wider = Buffer.alloc(rows * rowLength);
    text.copy(wider);
    text = wider;
    const [lengths, values] = [new Uint8Array(rows), new Float64Array(rows * numbersPerRow)];
    lengths.set(idLengths);
    values.set(numbers);
    [idLengths, numbers] = [lengths, values];
  }

  function timeAt(row: number): string {
    const start = row * rowLength + idLength;
    return text.toString('latin1', start, start + timeLength);
  }

  function entryAt(row: number): JournalEntry {
    const start = row * rowLength;
    const [status = 0, milliseconds = 0, bytes = 0, isCached, isFinished] = numbers.subarray(
      row * numbersPerRow,
      (row + 1) * numbersPerRow,
    );
    return {
      id: text.toString('latin1', start, start + (idLengths[row] ?? 0)),
      time: timeAt(row),
      subject: subjects[row] ?? null,
      method: methods[row] ?? '',
      path: paths[row] ?? '',
      status,
      milliseconds,
      bytes,
      isCached: isCached === 1,
      isFinished: isFinished === 1,
    };
  }

  return {
    get size() {
      return Math.min(used, capacity);
    },
    get removedAt() {
      return used === maximumRows ? timeAt(next % maximumRows) : null;
    },
    add({ id, time, method, path, status, milliseconds, bytes, isCached, isFinished }, subject) {
      if (next === rows) {
        if (rows < maximumRows) grow();
        else next = 0;
      }
      const start = next * rowLength;
      idLengths[next] = text.write(id, start, idLength, 'latin1');
      text.write(time, start + idLength, timeLength, 'latin1');
      const first = next * numbersPerRow;
      numbers[first] = status;
      numbers[first + 1] = milliseconds;
      numbers[first + 2] = bytes;
      numbers[first + 3] = isCached ? 1 : 0;
      numbers[first + 4] = isFinished ? 1 : 0;
      methods[next] = method;
      paths[next] = path;
      subjects[next] = subject;
      next += 1;
      if (used < maximumRows) used += 1;
    },
    newestFirst() {
      const shown = Math.min(used, capacity);
      return Array.from({ length: shown }, (_, age) => entryAt((next - 1 - age + 2 * rows) % rows));
    },
  };
}
