import { counted } from '../../verify/report/tally.ts';
import { remoteLimits } from '../../verify/run/remote-limits.ts';
import type { VerifyOptions } from '../../verify/run/verify-options.ts';
import { isLoopback } from '../../verify/session/is-loopback.ts';
import type { VerifyRun } from '../../verify/verify.ts';

/** The maximum number of requests for one operation with few users. Most of them are for filters and pages. */
const usualRequests = 250;

/** What a user must know about a run before its first request; null if its target is on loopback and it uses no proxy. */
export function noticeOf(run: VerifyRun, options: VerifyOptions): string | null {
  const notices = [
    ...(run.proxy === null ? [] : [`Requests are sent through the proxy ${run.proxy}.`]),
    ...(isLoopback(new URL(options.baseUrl).hostname) ? [] : [limitsNotice(run, options)]),
  ];
  return notices.length === 0 ? null : notices.join(' ');
}

function limitsNotice(run: VerifyRun, { maxRequests, rateLimit }: VerifyOptions): string {
  const operations = new Set(run.checks.map(({ vendor, operationId }) => `${vendor} ${operationId}`)).size;
  if (run.remote) {
    return [
      'This target is remote (not on loopback), so safe limits apply:',
      `at most ${counted(maxRequests ?? remoteLimits.requestsPerOperation * operations, 'request')}, ${rateLimit ?? remoteLimits.requestsPerSecond} per second,`,
      `without ${counted(run.intrusive, 'check')} that send hostile input or many wrong keys. --intrusive removes the limits.`,
    ].join(' ');
  }
  const wrongKeys = run.checks.filter(
    ({ group, id }) => group === 'authentication' && !id.includes('.before-'),
  );
  const risky = [
    ...(run.checks.some(({ group }) => group === 'input')
      ? ['malformed and hostile ids (encoded traversal, NUL, SQL and script)']
      : []),
    ...(wrongKeys.length > 0 ? [counted(wrongKeys.length, 'wrong or missing key')] : []),
  ];
  const requests =
    maxRequests === undefined
      ? `up to ${counted(usualRequests * operations, 'request')}`
      : `at most ${counted(maxRequests, 'request')}`;
  const including = risky.length === 0 ? '' : `, including ${risky.join(' and ')}`;
  return `This target is remote (not on loopback), and no safe limits apply: the run sends ${requests}${including}. It sends only GET requests.`;
}
