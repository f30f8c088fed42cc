import { isDeepStrictEqual } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { answerText } from '../run/answer-text.ts';
import type { Check, Violation } from '../run/check.ts';
import { faultText } from '../wire/exchange.ts';
import { readStrictJson } from '../wire/strict-json.ts';
import { defineCheck, type PlanContext } from './define-check.ts';
import { observerCheck, ofAnswers } from './observer.ts';

const largestInflated = 16 * 1024 * 1024;

/** How answers come over the wire. */
export function transportChecks(context: PlanContext): Check[] {
  const { place } = context.operation;
  const parts = { group: 'transport', place, provenance: 'page' } as const;
  const violation = (expected: string, actual: string, pointer: string) => ({
    pointer,
    expected,
    actual,
    place,
    provenance: 'page' as const,
  });
  return [
    observerCheck(context, {
      ...parts,
      name: 'redirect',
      title: 'No answer is a redirect, to a login page or anywhere else',
      why: 'A client that follows it takes a page for data, and may send its key to another host.',
      mend: 'Answer API paths by themselves; refuse a wrong key with 401.',
      observe: ofAnswers((answer, _exchange, probe, session) => {
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
      mend: 'End each answer as its Content-Length or its chunks say; bound lists and time.',
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
      mend: 'Let the HTTP library count the bytes, not the characters.',
      run: async (session) => {
        const { length, declared } = await session.options.measure(session.requestOf({}));
        if (declared === null) return { inconclusive: 'the answer has no Content-Length' };
        const found = {
          ...violation(
            `${declared} bytes, as Content-Length says`,
            `${length} bytes`,
            '/headers/content-length',
          ),
          probe: {},
        };
        return { judged: 1, violations: declared === length ? [] : [found] };
      },
    }),
    defineCheck(context, {
      ...parts,
      name: 'compression',
      title: 'An answer is compressed only for who asks, and decodes to the same',
      why: 'A client that did not ask cannot read it; one that asked must get the same list.',
      mend: 'Compress as Accept-Encoding allows, and say so in Content-Encoding.',
      needs: ['user'],
      run: async (session) => {
        const plain = await session.recall({});
        const probe = { headers: { 'Accept-Encoding': 'gzip' } };
        const exchange = await session.recall(probe);
        const violations: Violation[] = [];
        for (const [one, asked] of [[plain, {}] as const, [exchange, probe] as const]) {
          const encoding =
            one.result.kind === 'answer' ? (one.result.headers['content-encoding'] ?? 'identity') : null;
          if (encoding === null || encoding === 'identity' || (encoding === 'gzip' && asked === probe))
            continue;
          violations.push({
            ...violation('no encoding that was not asked for', encoding, '/headers/content-encoding'),
            probe: asked,
          });
        }
        if (exchange.result.kind === 'broken' || plain.result.kind === 'broken') {
          return { inconclusive: 'the answer did not come whole' };
        }
        if (exchange.result.headers['content-encoding'] === 'gzip') {
          const decoded = inflated(exchange.result.body);
          const same = decoded !== null && isDeepStrictEqual(readStrictJson(decoded), session.json(plain));
          const actual = decoded === null ? 'bytes that gzip cannot read' : 'another body';
          if (!same) violations.push({ ...violation('the same body as without gzip', actual, ''), probe });
        } else if (exchange.result.status !== plain.result.status) {
          const expected = `${plain.result.status}, as without gzip`;
          violations.push({ ...violation(expected, answerText(session, exchange), '/status'), probe });
        }
        return { judged: 2, violations };
      },
    }),
  ];
}

function inflated(body: Buffer): Buffer | null {
  try {
    return gunzipSync(body, { maxOutputLength: largestInflated });
  } catch {
    return null;
  }
}
