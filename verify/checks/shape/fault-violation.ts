import type { BodyFault } from '../../session/body-fault.ts';
import type { Violation } from '../../session/check-result.ts';
import type { Probe } from '../../session/probe.ts';
import type { Session } from '../../session/session.ts';
import { faultText } from './fault-text.ts';

/** The violation for a fault of a body. Faults that differ only in a field or in an unknown value are similar. */
export function faultViolation(session: Session, fault: BodyFault, probe: Probe): Violation {
  const { at, expected, rule, provenance, kind, value } = fault;
  const violation = { at, expected, actual: faultText(session, fault), rule, provenance, probe };
  const end = at.lastIndexOf('/');
  const [parent, name] = [at.slice(0, end), at.slice(end + 1)];
  const { showPointer, show } = session.options.redactor;
  switch (kind) {
    case 'undocumented-fields':
      return {
        ...violation,
        at: parent,
        expected: 'no other fields',
        thing: { noun: 'undocumented field', name: showPointer(name) },
      };
    case 'required-fields':
      return {
        ...violation,
        at: parent,
        expected: 'every required field',
        thing: { noun: 'missing field', name },
      };
    case 'open-enums': {
      const shown = show(value, at).replace(/^"(.*)"$/s, '$1');
      return { ...violation, thing: { noun: `unknown ${/^\d*$/.test(name) ? 'value' : name}`, name: shown } };
    }
    default:
      return violation;
  }
}
