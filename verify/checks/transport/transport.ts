import { isDeepStrictEqual } from 'node:util';
import { answerText } from '../../session/answer-text.ts';
import type { Violation } from '../../session/check-result.ts';
import { noCredential } from '../../session/credential.ts';
import type { Probe } from '../../session/probe.ts';
import type { Session } from '../../session/session.ts';
import { faultText } from '../../wire/exchange.ts';
import type { Check } from '../kit/check.ts';
import { defineCheck, type PlanContext } from '../kit/define-check.ts';
import { completeAnswers, observerCheck } from '../kit/observer.ts';
import { afterErrorCheck } from './after-error.ts';
import { headCheck } from './head.ts';
import { redirectHostCheck } from './redirect-host.ts';

/** How answers are transferred over HTTP. */
export function transportChecks(context: PlanContext): Check[] {
  const { rule } = context.operation;
  const parts = { group: 'transport', rule, provenance: 'page' } as const;
  const violation = (expected: string, actual: string, pointer: string) => ({
    at: pointer,
    expected,
    actual,
    rule,
    provenance: 'page' as const,
  });
  return [
    observerCheck(context, {
      ...parts,
      name: 'redirect',
      title: 'No answer is a redirect',
      why: 'A client that follows a redirect may get a login page instead of data, and may send its key to another host.',
      fix: 'Serve API paths without redirects, and refuse a wrong key with 401.',
      ownsResponse: () => 'for the run',
      observe: completeAnswers((answer, _exchange, probe, session) => {
        // Many frameworks normalise a path by a redirect, and clients do not request such paths.
        if (probe.spelling !== undefined || probe.hostile === true) return null;
        if (answer.status < 300 || answer.status >= 400) return [];
        const target = session.options.redactor.show(answer.headers.location, '');
        const found = violation('no redirect', `${answer.status} to ${target}`, '/status');
        // The page says what a valid request returns, and less about other requests.
        return [{ ...found, provenance: isValid(probe, session) ? 'page' : 'decided', probe }];
      }),
    }),
    observerCheck(context, {
      ...parts,
      name: 'complete',
      title: 'Every answer is complete and valid HTTP, and arrives within the limits of time and size',
      why: 'A client waits for the missing part, or uses incomplete data.',
      fix: 'End each answer as its Content-Length or chunks say, and limit its size and duration.',
      severity: 'failure',
      ownsResponse: () => 'for the run',
      // Any server may close a connection that was used before. Another check reports that after an error.
      observe: ({ result, reused }, probe) =>
        result.kind === 'answer' || (reused && result.fault === 'closed')
          ? []
          : [{ ...violation('a complete answer', faultText(result.fault), ''), probe }],
    }),
    defineCheck(context, {
      ...parts,
      name: 'content-length',
      title: 'Content-Length is the length of the body',
      why: 'On a persistent connection, surplus bytes are read as the next answer.',
      fix: 'Let the HTTP library count the bytes, not the characters.',
      run: async (session) => {
        const { length, declared, complete } = await session.options.measure(session.requestOf({}));
        if (!complete && (declared === null || length < declared))
          return { inconclusive: 'the answer was incomplete' };
        if (declared === null) return { notApplicable: 'the answer has no Content-Length' };
        const found = {
          ...violation(
            `${declared} bytes, as Content-Length says`,
            `${length} bytes`,
            '/headers/content-length',
          ),
          probe: {},
        };
        return { checked: 1, violations: declared === length ? [] : [found] };
      },
    }),
    observerCheck(context, {
      ...parts,
      name: 'encoding',
      title: 'Answers are compressed only if the client asks for it',
      why: 'A client that did not ask for compression may not be able to decompress the answer.',
      fix: 'Compress answers, also errors, only as Accept-Encoding allows, and set Content-Encoding.',
      holdsForEveryResponse: true,
      observe: completeAnswers(({ headers }, { request }, probe, session) => {
        const encoding = headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
        if (encoding === 'identity' || encoding === request.headers['Accept-Encoding']) return [];
        const shown = session.options.redactor.show(headers['content-encoding'], '');
        return [{ ...violation('only a requested encoding', shown, '/headers/content-encoding'), probe }];
      }),
    }),
    defineCheck(context, {
      ...parts,
      name: 'compression',
      title: 'With gzip, a list has the same content as without compression',
      why: 'Most clients ask for gzip, and must get the same data as others.',
      fix: 'Compress the whole body once, and set Content-Encoding.',
      needs: ['user'],
      baseline: 'items',
      run: async (session) => {
        const plain = await session.askOnce({});
        const probe = { headers: { 'Accept-Encoding': 'gzip' } };
        const exchange = await session.askOnce(probe);
        if (exchange.result.kind === 'broken' || plain.result.kind === 'broken') {
          return { inconclusive: 'the answer was incomplete' };
        }
        const same =
          exchange.result.status === plain.result.status &&
          isDeepStrictEqual(session.json(exchange), session.json(plain));
        if (same) return { checked: 1, violations: [] };
        const { result: again } = await session.ask({});
        const isUnstable = again.kind === 'answer' && !again.body.equals(plain.result.body);
        if (isUnstable && !exchange.result.undecodable)
          return {
            inconclusive:
              'the answer also changes each time without gzip; name a user whose data does not change (--user)',
          };
        const actual = exchange.result.undecodable
          ? 'bytes that are not valid gzip'
          : answerText(session, exchange);
        const expected = `the same answer as without gzip: ${answerText(session, plain)}`;
        return { checked: 1, violations: [{ ...violation(expected, actual, ''), probe }] };
      },
    }),
    defineCheck(context, {
      ...parts,
      provenance: 'decided',
      name: 'accept',
      title: 'A request that accepts HTML returns the same status and JSON',
      why: 'Some frameworks send a login page or an HTML error to every client that accepts HTML.',
      fix: 'Ignore the Accept header on API paths.',
      run: async (session) => {
        const violations: Violation[] = [];
        const headers = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
        for (const like of [{}, { credential: noCredential }, { user: session.options.unknownUser }]) {
          const usual = await session.askOnce(like);
          const probe = { ...like, headers };
          const exchange = await session.askOnce(probe);
          if (usual.result.kind === 'broken' || exchange.result.kind === 'broken') continue;
          const [one, other] = [usual, exchange].map(({ result }) =>
            result.kind === 'answer'
              ? `${result.status} ${result.headers['content-type'] ?? 'without a type'}`
              : '',
          );
          if (one === undefined || other === undefined || one === other) continue;
          const { show } = session.options.redactor;
          violations.push({
            ...violation(`the same answer as without Accept: ${show(one, '')}`, show(other, ''), '/status'),
            provenance: 'decided',
            probe,
          });
        }
        return { checked: 3, violations };
      },
    }),
    redirectHostCheck(context),
    afterErrorCheck(context),
    ...(context.strict ? [headCheck(context)] : []),
  ];
}

/** Whether a probe is a request for the list of a known user, with the valid key. */
function isValid({ credential, user, rawUser }: Probe, { options, primaryUser }: Session): boolean {
  const { users, emptyUser } = options.target;
  if (credential !== undefined || rawUser !== undefined) return false;
  return (
    user === undefined || user === primaryUser || [...users.map(({ id }) => id), emptyUser].includes(user)
  );
}
