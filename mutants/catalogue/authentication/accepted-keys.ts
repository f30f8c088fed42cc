import type { Vendor } from '../../../spec/vendors.ts';
import type { Answer } from '../../proxy/answer.ts';
import { type Call, presentedKey, withKey } from '../../proxy/call.ts';
import type { Mutant } from '../../proxy/mutant.ts';

/** The keys that the upstream server has accepted. */
export interface AcceptedKeys {
  remember(call: Call, answer: Answer): void;
  of(vendor: Vendor): readonly string[];
  /** The keys of the other vendors. */
  ofOtherVendors(vendor: Vendor): readonly string[];
}

/** Remembers which keys the upstream server accepts. */
function createAcceptedKeys(): AcceptedKeys {
  const known = new Map<Vendor, Set<string>>();
  return {
    remember(call, { status }) {
      const key = presentedKey(call);
      if (status !== 200 || key === null) return;
      known.set(call.vendor, (known.get(call.vendor) ?? new Set()).add(key));
    },
    of: (vendor) => [...(known.get(vendor) ?? [])],
    ofOtherVendors: (vendor) => [...known].flatMap(([other, keys]) => (other === vendor ? [] : [...keys])),
  };
}

/**
 * Repeats a request that the upstream server refuses with 401, with each key that the rule returns, and sends the first
 * answer that is not a 401.
 */
export function repeatWithKeys(
  rule: (call: Call, accepted: AcceptedKeys) => readonly string[],
): Mutant['begin'] {
  return () => {
    const accepted = createAcceptedKeys();
    return async (call, ask) => {
      const answer = await ask(call);
      accepted.remember(call, answer);
      if (answer.status !== 401) return answer;
      for (const key of rule(call, accepted)) {
        const other = await ask(withKey(call, key));
        if (other.status !== 401) return other;
      }
      return answer;
    };
  };
}

/** Replaces a 401 with the answer that a valid key gets, if that answer has one of these statuses. */
export function answerBeforeKey(
  statuses: readonly number[],
  applies: (call: Call) => boolean,
): Mutant['begin'] {
  return () => {
    const accepted = createAcceptedKeys();
    return async (call, ask) => {
      const answer = await ask(call);
      accepted.remember(call, answer);
      const [key] = accepted.of(call.vendor);
      if (answer.status !== 401 || key === undefined || !applies(call)) return answer;
      const revealed = await ask(withKey(call, key));
      return statuses.includes(revealed.status) ? revealed : answer;
    };
  };
}
