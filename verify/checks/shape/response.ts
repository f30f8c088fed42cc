import type { DocumentedResponse } from '../../../contract/operation.ts';
import type { Violation } from '../../session/check-result.ts';
import { asksFor, type Probe } from '../../session/probe.ts';
import type { Session } from '../../session/session.ts';
import type { Answer, Exchange } from '../../wire/exchange.ts';
import type { Check } from '../kit/check.ts';
import type { PlanContext } from '../kit/define-check.ts';
import { completeAnswers, observerCheck } from '../kit/observer.ts';
import { faultViolation } from './fault-violation.ts';

type Faults = (
  context: PlanContext,
  response: DocumentedResponse,
  session: Session,
  exchange: Exchange,
  probe: Probe,
) => readonly Violation[];

/** The content type, headers and JSON of every answer with one status; for errors also the body. */
export function responseChecks(context: PlanContext, response: DocumentedResponse): Check[] {
  const { status, rule, provenance, headers } = response;
  const check = (name: string, title: string, why: string, fix: string, faults: Faults) =>
    observerCheck(context, {
      group: 'shape',
      name: `${status}.${name}`,
      title,
      rule,
      provenance,
      why,
      fix,
      ...(status === 200 ? {} : { ifUnseen: { notApplicable: `no answer had the status ${status}` } }),
      // A body that is not JSON breaks each rule of a response.
      ownsResponse: (exchange, session) => (session.json(exchange)?.ok === false ? 'for the group' : null),
      observe: completeAnswers((answer, exchange, probe, session) => {
        // Another path is another operation, which the contract does not describe.
        if (answer.status !== status || probe.spelling !== undefined) return null;
        if (!asksFor(context.operation, probe) || isRefusedHostile(answer, probe)) return null;
        return faults(context, response, session, exchange, probe);
      }),
    });
  const checks = [
    check(
      'content-type',
      `The Content-Type of ${status} is ${[...response.content.keys()].join(' or ')}`,
      'Clients use it to choose a parser for the body.',
      'Set the documented Content-Type on every answer, also on errors.',
      contentTypeFaults,
    ),
    check(
      'json',
      `The body of ${status} is one complete JSON text in UTF-8 without duplicate keys`,
      'Parsers handle any other body differently.',
      'Write the whole body with one call of a JSON serialiser.',
      jsonFaults,
    ),
  ];
  if (headers.size > 0) {
    checks.push(
      check(
        'headers',
        `The documented headers of ${status} are valid: ${[...headers.keys()].join(', ')}`,
        'Clients act on them without reading the body.',
        'Send the header as its schema says.',
        headerFaults,
      ),
    );
  }
  if (status !== 200) {
    checks.push(
      check(
        'body',
        `The body of ${status} is the documented error`,
        'An error with another shape breaks the error handling of clients.',
        "Send every error of this API in the API's documented shape.",
        bodyViolations,
      ),
    );
  }
  return checks;
}

/** Whether a hostile request was refused. A proxy in front of the API may do that in its own way. */
export function isRefusedHostile({ status }: Answer, { hostile }: Probe): boolean {
  return hostile === true && status >= 300 && status < 500;
}

/** All faults of an answer, apart from its status. */
export const contentFaults: Faults = (...given) =>
  [contentTypeFaults, jsonFaults, headerFaults, bodyViolations].flatMap((faults) => faults(...given));

function contentTypeFaults(...[, response, session, { result }, probe]: Parameters<Faults>): Violation[] {
  if (result.kind === 'broken') return [];
  const given = result.headers['content-type'];
  const [type = '', ...parameters] = (given ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const charset = parameters.find((part) => part.startsWith('charset='))?.replace(/^charset=|"/g, '');
  const twice =
    result.rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'content-type')
      .length > 1;
  if (response.content.has(type) && !twice && (charset === undefined || charset === 'utf-8')) return [];
  const { rule, provenance } = response;
  const shown = given === undefined ? 'none' : session.options.redactor.show(given, '');
  return [
    {
      at: '/headers/content-type',
      expected: `${[...response.content.keys()].join(' or ')}, in UTF-8`,
      actual: twice ? `two Content-Type headers, the first ${shown}` : shown,
      rule,
      provenance,
      probe,
    },
  ];
}

/** Documented headers that are missing, or are not a number within their bounds. */
function headerFaults(...[, response, session, { result }, probe]: Parameters<Faults>): Violation[] {
  if (result.kind === 'broken') return [];
  return [...response.headers].flatMap(([name, header]): Violation[] => {
    const { rule, provenance } = header;
    const found = { at: `/headers/${name}`, rule, provenance, probe };
    const value = result.headers[name.toLowerCase()];
    if (value === undefined) {
      return header.required ? [{ ...found, expected: 'a value', actual: 'nothing' }] : [];
    }
    const { type, minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = header.schema;
    if (type !== 'integer') return [];
    const number = /^\d+$/.test(String(value)) ? Number(value) : Number.NaN;
    if (number >= minimum && number <= maximum) return [];
    const actual = session.options.redactor.show(value, '');
    return [{ ...found, expected: `a whole number from ${minimum} to ${maximum}`, actual }];
  });
}

function jsonFaults(...[, { rule, provenance }, session, exchange, probe]: Parameters<Faults>): Violation[] {
  const json = session.json(exchange);
  if (json === null) return [];
  const found = { rule, provenance, probe };
  if (!json.ok) return [{ ...found, at: '', expected: 'one JSON text', actual: json.reason }];
  return json.duplicateKeys.map((key) => ({
    ...found,
    at: '',
    expected: 'unique keys in each object',
    actual: `${session.options.redactor.show(key, '')} twice`,
  }));
}

function bodyViolations(...[context, response, session, exchange, probe]: Parameters<Faults>): Violation[] {
  const found = session.bodyFaults(exchange, context.operation).map(
    (fault): Violation => ({
      ...faultViolation(session, fault, probe),
    }),
  );
  const json = session.json(exchange);
  if (json?.ok !== false) return found;
  const { rule, provenance } = response;
  return [{ at: '', expected: 'the documented error', actual: json.reason, rule, provenance, probe }];
}
