import type { DocumentedResponse } from '../../../contract/operation.ts';
import type { Violation } from '../../session/check-result.ts';
import { asksFor, type Probe } from '../../session/probe.ts';
import type { Session } from '../../session/session.ts';
import type { Exchange } from '../../wire/exchange.ts';
import type { Check } from '../kit/check.ts';
import type { PlanContext } from '../kit/define-check.ts';
import { observerCheck, ofAnswers } from '../kit/observer.ts';
import { faultText } from './fault-text.ts';

type Faults = (
  context: PlanContext,
  response: DocumentedResponse,
  session: Session,
  exchange: Exchange,
  probe: Probe,
) => readonly Violation[];

/** The content type, the headers, the JSON and, but for lists, the body of every answer with one status. */
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
      observe: ofAnswers((answer, exchange, probe, session) => {
        // Another path is another operation, of which the contract says nothing.
        if (answer.status !== status || probe.spelling !== undefined) return null;
        if (!asksFor(context.operation, probe)) return null;
        const found = faults(context, response, session, exchange, probe);
        // Whatever stands before the API may refuse what is hostile in its own way.
        return probe.hostile === true
          ? found.map((fault) => ({ ...fault, provenance: 'decided' as const }))
          : found;
      }),
    });
  const checks = [
    check(
      'content-type',
      `The Content-Type of ${status} is ${[...response.content.keys()].join(' or ')}`,
      'Clients choose by it how to read the body; browsers, whether to run it.',
      'Set the Content-Type of this answer, of errors too.',
      contentTypeFaults,
    ),
    check(
      'json',
      `The body of ${status} is one JSON text in UTF-8, whole, without duplicate keys`,
      'Parsers differ in what they make of anything else.',
      'Let one JSON serialiser write the whole body, once.',
      jsonFaults,
    ),
  ];
  if (headers.size > 0) {
    checks.push(
      check(
        'headers',
        `The headers of ${status} are as documented: ${[...headers.keys()].join(', ')}`,
        'Clients act on them without reading the body.',
        'Write the header as its schema says.',
        headerFaults,
      ),
    );
  }
  if (status !== 200) {
    checks.push(
      check(
        'body',
        `The body of ${status} is the documented error`,
        'Clients show its message; one of another shape breaks the code that handles errors.',
        "Render every error of this API in this API's own shape.",
        bodyViolations,
      ),
    );
  }
  return checks;
}

/** All that is wrong with an answer but its status. */
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
  const shown = given === undefined ? 'none' : session.options.confidentiality.show(given, '');
  return [
    {
      at: '/headers/content-type',
      expected: `${[...response.content.keys()].join(' or ')}, in UTF-8`,
      actual: twice ? `two of them, the first ${shown}` : shown,
      rule,
      provenance,
      probe,
    },
  ];
}

/** What is wrong with the documented headers of an answer: missing, or no number within its bounds. */
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
    const actual = session.options.confidentiality.show(value, '');
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
    expected: 'each key once in its object',
    actual: `${session.options.confidentiality.show(key, '')} twice`,
  }));
}

function bodyViolations(...[context, response, session, exchange, probe]: Parameters<Faults>): Violation[] {
  const found = session.bodyFaults(exchange, context.operation).map(
    (fault): Violation => ({
      at: fault.at,
      expected: fault.expected,
      actual: faultText(session, fault),
      rule: fault.rule,
      // The page names what an error holds, and does not say that it holds nothing else.
      provenance: fault.kind === 'undocumented-fields' ? 'decided' : fault.provenance,
      probe,
    }),
  );
  const json = session.json(exchange);
  if (json?.ok !== false) return found;
  const { rule, provenance } = response;
  return [{ at: '', expected: 'the documented error', actual: json.reason, rule, provenance, probe }];
}
