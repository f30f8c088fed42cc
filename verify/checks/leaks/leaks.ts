import type { Violation } from '../../session/check-result.ts';
import { isLoopback } from '../../session/is-loopback.ts';
import type { Probe } from '../../session/probe.ts';
import { secretForms } from '../../session/secret-forms.ts';
import { namesSecret, tokenKindIn } from '../../session/secret-shapes.ts';
import type { Session } from '../../session/session.ts';
import type { Answer } from '../../wire/exchange.ts';
import type { Check } from '../kit/check.ts';
import type { PlanContext } from '../kit/define-check.ts';
import { observerCheck, ofAnswers } from '../kit/observer.ts';
import { internalsIn } from './internals-in.ts';

/** So deep is a body looked into: a hostile one has no end. */
const deepest = 200;

/** What no answer may hold, whatever its status. */
export function leakChecks(context: PlanContext): Check[] {
  const { rule, provenance } = context.operation;
  const parts = { group: 'leaks', rule, provenance } as const;
  const leak = (pointer: string, expected: string, actual: string, probe: Probe): Violation => ({
    at: pointer,
    expected,
    actual,
    rule,
    provenance,
    fails: 'always',
    probe,
  });
  return [
    observerCheck(context, {
      ...parts,
      name: 'secret-names',
      title: 'No key at any depth names a secret',
      why: 'A field called access_token is a credential in the hands of whoever reads the list or its log.',
      fix: 'List the fields that are shown, instead of hiding those that are not.',
      observe: ofAnswers((_answer, exchange, probe, session) => {
        const json = session.json(exchange);
        if (json?.ok !== true) return null;
        const named = secretPairsIn(json.value).map((pointer) =>
          leak(pointer, 'no value under a name of a secret', 'one', probe),
        );
        const keys = textsOf(json.value).flatMap(({ key, pointer }) =>
          key !== null && namesSecret(key)
            ? [leak(pointer, 'no key that names a secret', `the key ${key}`, probe)]
            : [],
        );
        return [...keys, ...named];
      }),
    }),
    observerCheck(context, {
      ...parts,
      name: 'token-values',
      title: 'No value looks like a token or a key',
      why: 'Credentials leak in allowed fields too: scopes, labels, messages.',
      fix: 'Find out what is written into the field, and revoke what was shown.',
      observe: ofAnswers((answer, exchange, probe, session) =>
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
      title: "The caller's key is never repeated, in a body, a header or an error",
      why: 'Answers are logged, cached and shown where requests are not.',
      fix: 'Say that a key is wrong without repeating it.',
      observe: ofAnswers((answer, exchange, probe, session) => {
        const sent = [session.options.target.key, ...(probe.credential?.secrets ?? [])]
          .filter(({ length }) => length >= 6)
          .flatMap(secretForms);
        const raw = answer.body.toString('latin1');
        const found = allTexts(answer, exchange, session).filter(({ text }) =>
          sent.some((key) => text.includes(key)),
        );
        if (found.length === 0 && sent.some((key) => raw.includes(key))) {
          return [leak('', 'not the key', 'the key', probe)];
        }
        return found.map(({ pointer }) => leak(pointer, 'not the key', 'the key', probe));
      }),
    }),
    observerCheck(context, {
      ...parts,
      name: 'internals',
      title: 'No error and no header tells of the inside: stack traces, SQL, paths, hosts',
      why: 'It is what an attacker reads first.',
      fix: 'Log the cause, and answer with a message of your own.',
      observe: ofAnswers((answer, exchange, probe, session) => {
        // What the target is called by its callers is no secret, and neither is what they asked.
        const { host, hostname } = session.options.baseUrl;
        const request = decodeURIComponentSafely(exchange.request.path) + host;
        // On one machine headers name it: whose pages may ask, for one.
        const isOwn = (match: string, pointer: string) =>
          isLoopback(hostname) && pointer.startsWith('/headers/') && isLoopback(match.replace(/:\d+$/, ''));
        return allTexts(answer, exchange, session).flatMap(({ text, pointer }) =>
          internalsIn(text)
            .filter(({ kind }) => mayNotTell(answer.status, pointer, kind))
            .filter(({ match }) => !request.includes(match) && !isOwn(match, pointer))
            .map(({ kind }) => leak(pointer, 'a message of its own', kind, probe)),
        );
      }),
    }),
  ];
}

function allTexts(answer: Answer, exchange: Parameters<NonNullable<Check['observe']>>[0], session: Session) {
  const json = session.json(exchange);
  const body =
    json?.ok === true
      ? textsOf(json.value)
      : [{ text: answer.body.toString('utf8'), pointer: '', key: null }];
  const headers = Object.entries(answer.headers).map(([name, value]) => ({
    text: String(value),
    pointer: `/headers/${name}`,
    key: null,
  }));
  return [...body, ...headers, { text: answer.reason, pointer: '/reason', key: null }];
}

/** Errors and headers tell nothing of the inside; a list, in its error messages, nothing that only a fault writes. */
function mayNotTell(status: number, pointer: string, kind: string): boolean {
  // Proxies name themselves in it, as RFC 9110 asks them to.
  if (pointer === '/headers/via') return false;
  if (status >= 400 || /^\/(?:headers\/|reason$)/.test(pointer)) return true;
  return /error/i.test(pointer) && /^(?:a stack trace|SQL|a message of the database)$/.test(kind);
}

function decodeURIComponentSafely(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The pointers of the values in `{name, value}` pairs whose name is that of a secret. */
function secretPairsIn(value: unknown, pointer = '', depth = 0): string[] {
  if (typeof value !== 'object' || value === null || depth > deepest) return [];
  const entries = Object.entries(value);
  const below = entries.flatMap(([key, entry]) => secretPairsIn(entry, `${pointer}/${key}`, depth + 1));
  const name = entries.find(([key]) => key === 'name' || key === 'key')?.[1];
  const given = entries.find(([key]) => key === 'value')?.[1];
  const isSecret =
    typeof name === 'string' && namesSecret(name) && given !== undefined && given !== null && given !== '';
  return isSecret ? [`${pointer}/value`, ...below] : below;
}

/** A text in a JSON value: one that stands there, or the last key that leads to a value. */
interface PlacedText {
  readonly text: string;
  readonly pointer: string;
  /** The key under which the value stands; null in a list and at the top. */
  readonly key: string | null;
}

/** Every string of a JSON value, and every key, with where it stands. */
function textsOf(value: unknown, pointer = '', key: string | null = null, depth = 0): PlacedText[] {
  if (typeof value === 'string') return [{ text: value, pointer, key }];
  if (typeof value !== 'object' || value === null || depth > deepest) {
    return key === null ? [] : [{ text: '', pointer, key }];
  }
  const below = Array.isArray(value)
    ? value.flatMap((entry, index) => textsOf(entry, `${pointer}/${index}`, null, depth + 1))
    : Object.entries(value).flatMap(([name, entry]) =>
        textsOf(entry, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, name, depth + 1),
      );
  return key === null ? below : [{ text: '', pointer, key }, ...below];
}
