import type { Violation } from '../../session/check-result.ts';
import { isLoopback } from '../../session/is-loopback.ts';
import type { Probe } from '../../session/probe.ts';
import { secretForms } from '../../session/secret-forms.ts';
import { namesSecret, tokenKindIn } from '../../session/secret-shapes.ts';
import type { Session } from '../../session/session.ts';
import type { Answer } from '../../wire/exchange.ts';
import type { Check } from '../kit/check.ts';
import type { PlanContext } from '../kit/define-check.ts';
import { completeAnswers, observerCheck } from '../kit/observer.ts';
import { projectRule } from '../kit/project-rule.ts';
import { maxDepth, textsIn } from '../kit/texts-in.ts';
import { internalsIn } from './internals-in.ts';

/** Data that no answer of any status may contain. */
export function leakChecks(context: PlanContext): Check[] {
  const { rule } = context.operation;
  const { provenance } = projectRule;
  const parts = {
    group: 'leaks',
    rule,
    provenance,
    severity: 'failure',
    holdsForEveryResponse: true,
  } as const;
  const leak = (pointer: string, expected: string, actual: string, probe: Probe): Violation => ({
    at: pointer,
    expected,
    actual,
    rule,
    ...projectRule,
    probe,
  });
  return [
    observerCheck(context, {
      ...parts,
      name: 'secret-names',
      title: 'No key at any depth is the name of a secret',
      why: 'A field such as access_token gives a credential to everyone who can read the answer or its log.',
      fix: 'Send only the fields on an allowlist, instead of removing secret fields.',
      observe: completeAnswers((_answer, exchange, probe, session) => {
        const json = session.json(exchange);
        if (json?.ok !== true) return null;
        const named = secretPairsIn(json.value).map((pointer) =>
          leak(pointer, 'no value next to the name of a secret', 'a value', probe),
        );
        const keys = textsIn(json.value).flatMap(({ key, pointer }) =>
          key !== null && namesSecret(key)
            ? [leak(pointer, 'no key with the name of a secret', `the key ${key}`, probe)]
            : [],
        );
        return [...keys, ...named];
      }),
    }),
    observerCheck(context, {
      ...parts,
      name: 'token-values',
      title: 'No value looks like a token or a key',
      why: 'Credentials also leak in documented fields: scopes, labels, messages.',
      fix: 'Find the code that writes the value, stop it, and revoke the credential.',
      observe: completeAnswers((answer, exchange, probe, session) =>
        allTexts(answer, exchange, session).flatMap(({ text, pointer }) => {
          const kind = tokenKindIn(text);
          return kind === null
            ? []
            : [leak(pointer, 'no credential', `${kind}, ${text.length} characters`, probe)];
        }),
      ),
    }),
    observerCheck(context, {
      ...parts,
      name: 'own-key',
      title: "No body, header or error contains the caller's key",
      why: 'Answers are logged, cached and displayed in places that requests never reach.',
      fix: 'Report a wrong key without repeating it.',
      observe: completeAnswers((answer, exchange, probe, session) => {
        const sent = [session.options.target.key, ...(probe.credential?.secrets ?? [])]
          .filter(({ length }) => length >= 6)
          .flatMap(secretForms);
        const raw = answer.body.toString('latin1');
        const found = allTexts(answer, exchange, session).filter(({ text }) =>
          sent.some((key) => text.includes(key)),
        );
        if (found.length === 0 && sent.some((key) => raw.includes(key))) {
          return [leak('', 'no key', 'the key', probe)];
        }
        return found.map(({ pointer }) => leak(pointer, 'no key', 'the key', probe));
      }),
    }),
    observerCheck(context, {
      ...parts,
      name: 'internals',
      title: 'No error or header reveals internal details: stack traces, SQL, paths, hosts',
      why: 'Attackers use internal details to find weaknesses.',
      fix: 'Log the cause, and return a fixed message.',
      observe: completeAnswers((answer, exchange, probe, session) => {
        // The host name that callers use, and the request itself, are not secret.
        const { host, hostname } = session.options.baseUrl;
        const request = decodeURIComponentSafely(exchange.request.path) + host;
        // On a loopback target, headers such as Access-Control-Allow-Origin may name loopback.
        const isOwn = (match: string, pointer: string) =>
          isLoopback(hostname) && pointer.startsWith('/headers/') && isLoopback(match.replace(/:\d+$/, ''));
        return allTexts(answer, exchange, session).flatMap(({ text, pointer }) =>
          internalsIn(text)
            .filter(({ kind }) => mustNotContain(answer.status, pointer, kind))
            .filter(({ match }) => !request.includes(match) && !isOwn(match, pointer))
            .map(({ kind }) => leak(pointer, 'no internal details', kind, probe)),
        );
      }),
    }),
  ];
}

function allTexts(answer: Answer, exchange: Parameters<NonNullable<Check['observe']>>[0], session: Session) {
  const json = session.json(exchange);
  const body =
    json?.ok === true
      ? textsIn(json.value)
      : [{ text: answer.body.toString('utf8'), pointer: '', key: null }];
  const { path } = exchange.request;
  const headers = Object.entries(answer.headers).map(([name, value]) => ({
    // A redirect to the same path repeats the query, which the client chose.
    text:
      name === 'location' && String(value).endsWith(path)
        ? String(value).slice(0, -path.length)
        : String(value),
    pointer: `/headers/${name}`,
    key: null,
  }));
  return [...body, ...headers, { text: answer.reason, pointer: '/reason', key: null }];
}

/** Whether this kind of detail is a leak here: any kind in errors and headers, and traces in a list's error messages. */
function mustNotContain(status: number, pointer: string, kind: string): boolean {
  // RFC 9110 requires proxies to name themselves in Via.
  if (pointer === '/headers/via') return false;
  if (status >= 400 || /^\/(?:headers\/|reason$)/.test(pointer)) return true;
  return /error/i.test(pointer) && /^(?:a stack trace|SQL|a database error)$/.test(kind);
}

function decodeURIComponentSafely(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The pointers of the values in `{name, value}` pairs that have the name of a secret. */
function secretPairsIn(value: unknown, pointer = '', depth = 0): string[] {
  if (typeof value !== 'object' || value === null || depth > maxDepth) return [];
  const entries = Object.entries(value);
  const below = entries.flatMap(([key, entry]) => secretPairsIn(entry, `${pointer}/${key}`, depth + 1));
  const name = entries.find(([key]) => key === 'name' || key === 'key')?.[1];
  const secret = entries.find(([key]) => key === 'value')?.[1];
  const isSecret =
    typeof name === 'string' && namesSecret(name) && secret !== undefined && secret !== null && secret !== '';
  return isSecret ? [`${pointer}/value`, ...below] : below;
}
