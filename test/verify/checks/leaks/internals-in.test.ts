import { describe, expect, test } from 'vitest';
import { internalsIn } from '../../../../verify/checks/leaks/internals-in.ts';

const kindsIn = (text: string) => internalsIn(text).map(({ kind }) => kind);

test.each<[string, string]>([
  ['Error: no\n    at handler (/srv/app.js:10:5)', 'a stack trace'],
  ['at async Promise.all (file:///dist/index.js:3:7)', 'a stack trace'],
  ['Traceback (most recent call last):\n  File "main.py", line 3', 'a stack trace'],
  ['java.lang.Error\n\tat com.example.Store.find(Store.java:42)', 'a stack trace'],
  ['panic\n\ngoroutine 17 [running]:', 'a stack trace'],
  ['SELECT id, label FROM connections WHERE user_id = $1', 'SQL'],
  ['relation "connections" does not exist', 'a database error'],
  ['SQLITE_BUSY: database is locked', 'a database error'],
  ["ENOENT: no such file or directory, open '/etc/passwd'", 'an operating system error'],
  ["cannot open '/var/lib/app/data.db'", 'a path'],
  ['C:\\Users\\app\\server.ts', 'a path'],
  ['connect to 10.0.3.17:5432 failed', 'a host'],
  ['upstream db-1.prod.svc.cluster.local:5432', 'a host'],
  ['localhost:9200', 'a host'],
])('%j reveals internal details', (text, kind) => {
  expect(kindsIn(text)).toContain(kind);
});

test.each([
  '',
  'User not found',
  'Invalid or missing API key',
  'The user has deregistered the connection per notification from Garmin.',
  'Select a provider from the list, and update the set of scopes',
  'value is not a valid uuid at position 3',
  'body/limit must be at most 1000',
  'https://cdn.example.com/home/logos/garmin.svg',
  '/api/v1/connections/users/42',
  'local time and internal error',
  '2024-03-15T10:30:00Z',
  'version 10.4.1',
  'W/"5d41402abc4b2a76b9719d911017c592"',
  'activity:read_all',
  'application/json; charset=utf-8',
  'max-age=31536000; includeSubDomains',
])('%j reveals no internal details', (text) => {
  expect(internalsIn(text)).toEqual([]);
});

describe('A long text of one repeated part is searched in linear time', () => {
  /** Small enough that a quadratic search exceeds the time limit of a test but still ends. */
  const size = 256 * 1024;
  test.each(['a', 'at ', 'at a ', 'at x (/', 'a.', 'a-', '\n', ' ', 'xn.', 'SELECT ', 'File "', '10.'])(
    '%j',
    (part) => {
      expect(internalsIn(part.repeat(size / part.length))).toEqual(expect.any(Array));
    },
  );
});
