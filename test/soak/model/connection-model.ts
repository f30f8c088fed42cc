import { isDeepStrictEqual } from 'node:util';
import type { components } from '../../../generated/sandbox.ts';

/** A connection as the sandbox API shows it. */
export type ShownConnection = components['schemas']['SandboxConnection'];

/** What a server showed against the model: an acknowledged change that is lost, or anything else that is impossible. */
export interface Fault {
  readonly kind: 'lost' | 'wrong';
  readonly text: string;
}

/** One way in which a connection may be stored. */
export type Possible =
  | { readonly kind: 'absent' }
  /** Exactly as it was acknowledged. */
  | { readonly kind: 'exact'; readonly shown: ShownConnection }
  /** Created by a request without an answer. */
  | { readonly kind: 'created'; readonly provider: string }
  /** Changed by a request without an answer. */
  | { readonly kind: 'changed'; readonly from: ShownConnection; readonly state: ShownConnection['state'] };

/** A connection of the model. It has several possible forms after a request without an answer. */
export interface TrackedConnection {
  readonly id: string;
  readonly possible: readonly Possible[];
  /** Until then, in milliseconds since 1970, the request without an answer can still take effect. */
  readonly settlesAt: number;
}

/** A connection that was acknowledged. */
export function acknowledged(shown: ShownConnection): TrackedConnection {
  return { id: shown.id, possible: [{ kind: 'exact', shown }], settlesAt: 0 };
}

/** A connection whose deletion was acknowledged. */
export function deleted(id: string): TrackedConnection {
  return { id, possible: [{ kind: 'absent' }], settlesAt: 0 };
}

/** Returns the acknowledged form, or null if a request without an answer may have changed it, or if it is deleted. */
export function certainForm({ possible }: TrackedConnection): ShownConnection | null {
  const [first] = possible;
  return possible.length === 1 && first?.kind === 'exact' ? first.shown : null;
}

/** Compares a connection with what a server shows. `found` is null if it shows none. */
export function compareConnection(
  { id, possible }: TrackedConnection,
  found: ShownConnection | null,
): Fault | null {
  if (possible.some((form) => isForm(form, id, found))) return null;
  if (found === null) return { kind: 'lost', text: `connection ${id} does not exist` };
  if (possible.every(({ kind }) => kind === 'absent'))
    return { kind: 'lost', text: `the deletion of connection ${id} is lost` };
  const isOlder = possible.some(
    (form) => form.kind === 'exact' && Date.parse(found.updated_at) < Date.parse(form.shown.updated_at),
  );
  const forms = JSON.stringify(possible);
  return isOlder
    ? { kind: 'lost', text: `a change of connection ${id} is lost: ${JSON.stringify(found)}, not ${forms}` }
    : { kind: 'wrong', text: `connection ${id} is ${JSON.stringify(found)}, not ${forms}` };
}

function isForm(form: Possible, id: string, found: ShownConnection | null): boolean {
  if (found === null) return form.kind === 'absent';
  switch (form.kind) {
    case 'absent':
      return false;
    case 'exact':
      return isDeepStrictEqual(found, form.shown);
    case 'created':
      return found.id === id && found.provider === form.provider && found.state === 'active';
    case 'changed':
      return (
        found.id === id &&
        found.provider === form.from.provider &&
        found.created_at === form.from.created_at &&
        found.state === form.state
      );
    default:
      return form satisfies never;
  }
}
