import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../server/start-server.ts';
import { notRunning } from '../support/hostile-targets.ts';
import { runInShell } from '../support/run-command.ts';
import { overHttp, type TinyServer } from '../support/tiny-server.ts';
import { commandsRun } from './guide-commands.ts';

/** A screen of a terminal. */
const screen = { lines: 24, columns: 80 };

let server: RunningServer;
let login: TinyServer;
/** The address of each server, by its address in the guide. */
let addresses: ReadonlyMap<string, string>;
beforeAll(async () => {
  server = await startServer();
  login = await overHttp((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html', Server: 'nginx' });
    response.end('<!doctype html><title>Sign in</title>');
  });
  addresses = new Map([
    ['http://127.0.0.1:4010', server.url],
    ['http://127.0.0.1:4013', login.url],
    ['http://127.0.0.1:4019', (await notRunning()).url],
  ]);
});
afterAll(async () => {
  await login.close();
  await server.close();
});

/** The output without what differs between runs: the time, and counts that grow with each new check. */
function comparable(output: string): string {
  const counts = /\d+(?= (?:checks|requests|passed|failed|warnings?|inconclusive|not applicable|skipped)\b)/g;
  return output.replace(/in \d+\.\d s/, 'in … s').replaceAll(counts, '…');
}

const wrongCalls = commandsRun('wrong call');

test('The guide shows five wrong calls', () => {
  expect(wrongCalls).toHaveLength(5);
});

test.each(wrongCalls)('$line prints the shown output, and does not pass', async ({ line, output: shown }) => {
  const [guide = '', own = ''] = [...addresses].find(([address]) => line.includes(address)) ?? [];
  const { code, output } = await runInShell(line.replace(guide, own)).ended;
  expect(comparable(output.replaceAll(own, guide))).toBe(comparable(shown?.text ?? ''));
  expect(code).toBe(output.includes('Cannot reach') ? 2 : 1);
});

test.each(wrongCalls)('the output of $line fits on a screen, with the cause first', ({ output: shown }) => {
  const lines = (shown?.text ?? '').trimEnd().split('\n');
  const rows = lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / screen.columns)), 0);
  expect(rows).toBeLessThanOrEqual(screen.lines);
  // Above are the target, the number of checks and an empty line.
  expect(lines.findIndex((line) => /^(?:✗|connections-contract:) /.test(line))).toBeLessThanOrEqual(3);
});
