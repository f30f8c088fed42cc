import type { BodyFault } from '../../session/body-fault.ts';
import type { Session } from '../../session/session.ts';

/** The wrong value in a body, completing "got …". For an undocumented field only the type is shown. */
export function faultText(session: Session, { kind, value, at: pointer }: BodyFault): string {
  return kind === 'undocumented-fields' ? kindOf(value) : session.options.redactor.show(value, pointer);
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  switch (typeof value) {
    case 'string':
      return `a text of ${value.length} characters`;
    case 'number':
    case 'boolean':
      return `a ${typeof value}`;
    default:
      return 'an object';
  }
}
