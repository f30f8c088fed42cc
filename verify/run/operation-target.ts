import type { PlannedOperation } from '../plan/plan-operations.ts';
import type { ApiTarget } from '../session/api-target.ts';
import { secondCredential } from '../session/credential.ts';
import { successBody } from '../session/listing.ts';
import type { Probe } from '../session/probe.ts';
import type { Session } from '../session/session.ts';
import { readsUser, subjectOf } from '../session/subject.ts';
import { textsAt } from '../vendors/vendor-rules.ts';
import { vendorRulesOf } from '../vendors/vendor-rules-of.ts';
import { StopError } from '../wire/stop-error.ts';
import { UnreachableError } from '../wire/unreachable-error.ts';

/** The id of what an operation reads if its path has none. It is not sent. */
const onlySubject = '';

/**
 * The target with what this operation reads in place of the users: their connections, for example. The ids are those of
 * the user's parameters, otherwise those in the answers of other operations.
 */
export async function operationTarget(
  plan: PlannedOperation,
  openSession: (source: PlannedOperation) => Session,
): Promise<ApiTarget> {
  const { target, operation, vendor, contract } = plan;
  const subject = subjectOf(operation);
  if (readsUser(operation)) return target;
  const { users, emptyUser, unknownUser, exclusiveUser, secondUser, ...rest } = target;
  // Every tenant has this answer, so the users of the tenants stay known.
  if (subject === undefined)
    return { ...rest, users: [{ id: onlySubject }], ...ids({ exclusiveUser, secondUser }) };
  const given = rest.parameters?.[subject.name];
  if (given !== undefined) return { ...rest, users: given.map((id) => ({ id })) };
  const source = vendorRulesOf[vendor].values?.[subject.name];
  if (source === undefined) return { ...rest, users: [] };

  const from = contract.operations.get(source.operationId);
  if (from === undefined) return { ...rest, users: [] };
  const session = openSession({ ...plan, operation: from, rules: null, checks: [] });
  const firstOf = async (probe: Probe) => (await valuesFor(session, probe, source.at))[0];
  const found = [];
  for (const { id } of users) found.push(await firstOf({ user: id }));
  const own = [...new Set(found.filter((id) => id !== undefined))];
  if (source.isShared === true) return { ...rest, users: own.map((id) => ({ id })) };
  return {
    ...rest,
    users: own.map((id) => ({ id })),
    ...ids({
      exclusiveUser: exclusiveUser === undefined ? undefined : await firstOf({ user: exclusiveUser }),
      secondUser:
        secondUser === undefined || target.secondKey === undefined
          ? undefined
          : await firstOf({ user: secondUser, credential: secondCredential(target) }),
    }),
  };
}

/** The values in an answer; empty if it cannot be read. The checks of the operation find out why. */
async function valuesFor(session: Session, probe: Probe, at: string): Promise<readonly string[]> {
  try {
    return textsAt(successBody(session, await session.askOnce(probe), probe), at);
  } catch (error) {
    if (error instanceof StopError || error instanceof UnreachableError) return [];
    throw error;
  }
}

/** The ids that are known. */
function ids(
  known: Readonly<Record<'exclusiveUser' | 'secondUser', string | undefined>>,
): Pick<ApiTarget, 'exclusiveUser' | 'secondUser'> {
  return Object.fromEntries(Object.entries(known).filter(([, id]) => id !== undefined));
}
