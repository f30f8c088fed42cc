import { dereference } from '../../../contract/openapi-document.ts';
import type { ContractResponse } from '../../session/api-contract.ts';
import type { Probe } from '../../session/probe.ts';
import type { Session } from '../../session/session.ts';
import type { Exchange } from '../../wire/exchange.ts';
import type { Violation } from '../kit/check.ts';
import type { PlanContext } from '../kit/define-check.ts';

/** What is wrong with the documented headers of an answer: missing, or no number within its bounds. */
export function headerFaults(
  { contract }: PlanContext,
  response: ContractResponse,
  session: Session,
  { result }: Exchange,
  probe: Probe,
): Violation[] {
  if (result.kind === 'broken') return [];
  return Object.entries(response.headers).flatMap(([name, declared]): Violation[] => {
    const header = dereference(contract.document, declared);
    const place = '$ref' in declared ? contract.placeOf(declared.$ref) : `${response.place}/headers/${name}`;
    const found = {
      pointer: `/headers/${name}`,
      place,
      provenance: header['x-provenance'] ?? response.provenance,
      probe,
    };
    const value = result.headers[name.toLowerCase()];
    if (value === undefined) {
      return header.required === true ? [{ ...found, expected: 'a value', actual: 'nothing' }] : [];
    }
    const { type, minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = header.schema;
    if (type !== 'integer') return [];
    const number = /^\d+$/.test(String(value)) ? Number(value) : Number.NaN;
    if (number >= minimum && number <= maximum) return [];
    const actual = session.options.confidentiality.show(value, '');
    return [{ ...found, expected: `a whole number from ${minimum} to ${maximum}`, actual }];
  });
}
