import type { Vendor } from '../../../spec/vendors.ts';
import type { Answer } from '../../proxy/answer.ts';
import { type Call, presentedKey, withKey } from '../../proxy/call.ts';
import type { Mutant } from '../../proxy/mutant.ts';

/** The keys with which lists were answered. */
export interface AcceptedKeys {
  learn(call: Call, answer: Answer): void;
  of(vendor: Vendor): readonly string[];
  /** The keys of the other vendors. */
  ofOthers(vendor: Vendor): readonly string[];
}

/** Remembers which keys the upstream server takes. */
export function createAcceptedKeys(): AcceptedKeys {
  const known = new Map<Vendor, Set<string>>();
  return {
    learn(call, { status }) {
      const key = presentedKey(call);
      if (status !== 200 || key === null) return;
      known.set(call.vendor, (known.get(call.vendor) ?? new Set()).add(key));
    },
    of: (vendor) => [...(known.get(vendor) ?? [])],
    ofOthers: (vendor) => [...known].flatMap(([other, keys]) => (other === vendor ? [] : [...keys])),
  };
}

/**
 * Takes a request that the upstream server refuses with a 401 for one with another key: the first of those that the
 * rule names with which it is not refused.
 */
export function acceptingKeys(
  rule: (call: Call, accepted: AcceptedKeys) => readonly string[],
): Mutant['begin'] {
  return () => {
    const accepted = createAcceptedKeys();
    return async (call, ask) => {
      const answer = await ask(call);
      accepted.learn(call, answer);
      if (answer.status !== 401) return answer;
      for (const key of rule(call, accepted)) {
        const other = await ask(withKey(call, key));
        if (other.status !== 401) return other;
      }
      return answer;
    };
  };
}

/** Answers a 401 with what a caller with a valid key would get, if that has one of these statuses. */
export function answeringBeforeKey(
  statuses: readonly number[],
  isConcerned: (call: Call) => boolean,
): Mutant['begin'] {
  return () => {
    const accepted = createAcceptedKeys();
    return async (call, ask) => {
      const answer = await ask(call);
      accepted.learn(call, answer);
      const [key] = accepted.of(call.vendor);
      if (answer.status !== 401 || key === undefined || !isConcerned(call)) return answer;
      const told = await ask(withKey(call, key));
      return statuses.includes(told.status) ? told : answer;
    };
  };
}
