import { isDateTime } from '../../contract/formats.ts';
import type { components } from '../../generated/junction.ts';
import { type InputFault, ProblemError } from '../api/problem.ts';
import type { Instant } from '../model/instant.ts';
import type { UserProfile } from '../model/user.ts';

type GivenProfile = Pick<
  components['schemas']['JunctionUserPatch'],
  'fallback_time_zone' | 'fallback_birth_date' | 'ingestion_start' | 'ingestion_end'
>;

const dates = ['fallback_birth_date', 'ingestion_start', 'ingestion_end'] as const;

/**
 * The change of a profile that a body asks for. A field that is left out stays, and null clears it. Throws if a day or a
 * time zone does not exist.
 */
export function profileChange(given: GivenProfile, now: Instant): Partial<UserProfile> {
  const faults = [...dateFaults(given), ...zoneFaults(given)];
  if (faults.length > 0) throw new ProblemError({ kind: 'invalid', faults });
  const { fallback_time_zone: zone, fallback_birth_date: birth } = given;
  const { ingestion_start: start, ingestion_end: end } = given;
  return {
    ...(zone !== undefined && { fallbackTimeZone: setAt(zone, now) }),
    ...(birth !== undefined && { fallbackBirthDate: setAt(birth, now) }),
    ...(start !== undefined && { ingestionStart: start }),
    ...(end !== undefined && { ingestionEnd: end }),
  };
}

function setAt(value: string | null, now: Instant): { value: string; updatedAt: Instant } | null {
  return value === null ? null : { value, updatedAt: now };
}

function dateFaults(given: GivenProfile): InputFault[] {
  return dates.flatMap((field): InputFault[] => {
    const day = given[field];
    if (day === undefined || day === null || isDateTime(`${day}T00:00:00Z`)) return [];
    return [{ in: 'body', name: `/${field}`, message: 'must be a day that exists', code: 'date_parsing' }];
  });
}

function zoneFaults({ fallback_time_zone: zone }: GivenProfile): InputFault[] {
  if (zone === undefined || zone === null || isTimeZone(zone)) return [];
  const message = 'must be the name of a time zone';
  return [{ in: 'body', name: '/fallback_time_zone', message, code: 'time_zone' }];
}

/** Whether it is a name of the IANA database. An offset such as `+01:00` is none, although the runtime knows it. */
function isTimeZone(name: string): boolean {
  if (!/^[a-z]/i.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
