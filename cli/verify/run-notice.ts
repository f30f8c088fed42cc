import { counted } from '../../verify/report/tally.ts';
import { remoteLimits } from '../../verify/run/remote-limits.ts';
import type { VerifyOptions } from '../../verify/run/verify-options.ts';
import { isLoopback } from '../../verify/session/is-loopback.ts';
import type { VerifyRun } from '../../verify/verify.ts';

/** So many requests does one API take at most when its users are few; filters and pages take the most. */
const usualRequests = 250;

/** What whoever starts a run has to know before its first request; null where the target is on loopback. */
export function noticeOf(
  run: VerifyRun,
  { baseUrl, apis, maxRequests, rateLimit }: VerifyOptions,
): string | null {
  if (isLoopback(new URL(baseUrl).hostname)) return null;
  if (run.remote) {
    return [
      'This target is not on loopback, and is spared:',
      `at most ${counted(maxRequests ?? remoteLimits.requestsAnApi * apis.length, 'request')}, ${rateLimit ?? remoteLimits.requestsASecond} a second,`,
      `without ${counted(run.intrusive, 'check')} that send hostile input or many wrong keys. --intrusive sends all.`,
    ].join(' ');
  }
  const wrongKeys = run.checks.filter(
    ({ group, id }) => group === 'authentication' && !id.includes('.before-'),
  );
  const sent = [
    ...(run.checks.some(({ group }) => group === 'input')
      ? ['malformed and hostile ids (encoded traversal, NUL, SQL and script)']
      : []),
    ...(wrongKeys.length > 0 ? [counted(wrongKeys.length, 'wrong or missing key')] : []),
  ];
  const requests =
    maxRequests === undefined
      ? `up to ${counted(usualRequests * apis.length, 'request')}`
      : `at most ${counted(maxRequests, 'request')}`;
  const among = sent.length === 0 ? '' : `, among them ${sent.join(' and ')}`;
  return `This target is not on loopback, and is not spared: it is sent ${requests}${among}. Only GET is sent.`;
}
