import { isDeepStrictEqual } from 'node:util';
import { answerText } from '../../session/answer-text.ts';
import type { Violation } from '../../session/check-result.ts';
import { noCredential } from '../../session/credential.ts';
import { faultText } from '../../wire/exchange.ts';
import type { Check } from '../kit/check.ts';
import { defineCheck, type PlanContext } from '../kit/define-check.ts';
import { observerCheck, ofAnswers } from '../kit/observer.ts';

/** How answers come over the wire. */
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
      title: 'No answer is a redirect, to a login page or anywhere else',
      why: 'A client that follows it takes a page for data, and may send its key to another host.',
      fix: 'Answer API paths by themselves; refuse a wrong key with 401.',
      observe: ofAnswers((answer, _exchange, probe, session) => {
        // Many frameworks fix a path by a redirect, and that is not what a client asks for.
        if (probe.spelling !== undefined || probe.hostile === true) return null;
        if (answer.status < 300 || answer.status >= 400) return [];
        const target = session.options.confidentiality.show(answer.headers.location, '');
        return [{ ...violation('no redirect', `${answer.status} to ${target}`, '/status'), probe }];
      }),
    }),
    observerCheck(context, {
      ...parts,
      name: 'complete',
      title: 'Every answer is whole HTTP: it comes, in time, within bounds, and is as long as it says',
      why: 'A client waits for the rest, or takes a part for all.',
      fix: 'End each answer as its Content-Length or its chunks say; bound lists and time.',
      observe: ({ result }, probe) =>
        result.kind === 'answer'
          ? []
          : [{ ...violation('a whole answer', faultText(result.fault), ''), fails: 'always', probe }],
    }),
    defineCheck(context, {
      ...parts,
      name: 'content-length',
      title: 'Content-Length is the length of the body',
      why: 'On a connection that is kept, what is left over is read as the next answer.',
      fix: 'Let the HTTP library count the bytes, not the characters.',
      run: async (session) => {
        const { length, declared, whole } = await session.options.measure(session.requestOf({}));
        if (!whole && (declared === null || length < declared))
          return { inconclusive: 'the answer did not come whole' };
        if (declared === null) return { inconclusive: 'the answer has no Content-Length' };
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
      title: 'No answer is compressed for who has not asked for it',
      why: 'A client that did not ask cannot read it.',
      fix: 'Compress as Accept-Encoding allows, errors too, and say so in Content-Encoding.',
      observe: ofAnswers(({ headers }, { request }, probe, session) => {
        const encoding = headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
        if (encoding === 'identity' || encoding === request.headers['Accept-Encoding']) return [];
        const shown = session.options.confidentiality.show(headers['content-encoding'], '');
        return [
          { ...violation('no encoding that was not asked for', shown, '/headers/content-encoding'), probe },
        ];
      }),
    }),
    defineCheck(context, {
      ...parts,
      name: 'compression',
      title: 'A list that is asked for with gzip decodes to the same as without',
      why: 'Who asks for it gets the same list, in fewer bytes.',
      fix: 'Compress the whole body, once, and say so in Content-Encoding.',
      needs: ['user'],
      baseline: 'items',
      run: async (session) => {
        const plain = await session.recall({});
        const probe = { headers: { 'Accept-Encoding': 'gzip' } };
        const exchange = await session.recall(probe);
        if (exchange.result.kind === 'broken' || plain.result.kind === 'broken') {
          return { inconclusive: 'the answer did not come whole' };
        }
        const same =
          exchange.result.status === plain.result.status &&
          isDeepStrictEqual(session.json(exchange), session.json(plain));
        if (same) return { checked: 1, violations: [] };
        const { result: again } = await session.ask({});
        const isUnstable = again.kind === 'answer' && !again.body.equals(plain.result.body);
        if (isUnstable && !exchange.result.undecodable)
          return { inconclusive: 'without gzip the answer is another one each time too' };
        const actual = exchange.result.undecodable
          ? 'bytes that gzip cannot read'
          : answerText(session, exchange);
        const expected = `the same as without gzip, ${answerText(session, plain)}`;
        return { checked: 1, violations: [{ ...violation(expected, actual, ''), probe }] };
      },
    }),
    defineCheck(context, {
      ...parts,
      name: 'accept',
      title: 'A browser is answered with JSON too, with the same status',
      why: 'Frameworks that show people a login page or an HTML error do so to whoever accepts HTML.',
      fix: 'Let no Accept header change what an API path answers.',
      run: async (session) => {
        const violations: Violation[] = [];
        const headers = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
        for (const like of [{}, { credential: noCredential }, { user: session.options.unknownUser }]) {
          const usual = await session.recall(like);
          const probe = { ...like, headers };
          const exchange = await session.recall(probe);
          if (usual.result.kind === 'broken' || exchange.result.kind === 'broken') continue;
          const [one, other] = [usual, exchange].map(({ result }) =>
            result.kind === 'answer'
              ? `${result.status} ${result.headers['content-type'] ?? 'without a type'}`
              : '',
          );
          if (one === undefined || other === undefined || one === other) continue;
          const { show } = session.options.confidentiality;
          violations.push({
            ...violation(`as without it, ${show(one, '')}`, show(other, ''), '/status'),
            probe,
          });
        }
        return { checked: 3, violations };
      },
    }),
  ];
}
