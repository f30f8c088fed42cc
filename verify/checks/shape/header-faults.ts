import type { DocumentedResponse } from '../../../contract/operation.ts';
import type { Violation } from '../../session/judgement.ts';
import type { Probe } from '../../session/probe.ts';
import type { Session } from '../../session/session.ts';
import type { Exchange } from '../../wire/exchange.ts';
import type { PlanContext } from '../kit/define-check.ts';

/** What is wrong with the documented headers of an answer: missing, or no number within its bounds. */
export function headerFaults(
  _context: PlanContext,
  response: DocumentedResponse,
  session: Session,
  { result }: Exchange,
  probe: Probe,
): Violation[] {
  if (result.kind === 'broken') return [];
  return [...response.headers].flatMap(([name, header]): Violation[] => {
    const { place, provenance } = header;
    const found = { pointer: `/headers/${name}`, place, provenance, probe };
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
