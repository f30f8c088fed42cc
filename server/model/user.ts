import type { Instant } from './instant.ts';

/** A person whose connections a workspace keeps. All APIs share it. */
export interface User {
  readonly id: string;
  /** The integrator's own id of this person, unique in the workspace; null if none was given. */
  readonly clientUserId: string | null;
  /** Unique in the workspace; null if none was given. */
  readonly email: string | null;
  readonly profile: UserProfile;
  /** True if the user holds demo connections, and so no real ones. */
  readonly isDemo: boolean;
  readonly createdAt: Instant;
}

/** The fields of a user that no rule of the store depends on. Null if they were not given. */
export interface UserProfile {
  readonly firstName: string | null;
  readonly lastName: string | null;
  /** The name of a time zone, and when it was set. */
  readonly fallbackTimeZone: StampedValue | null;
  /** A date, and when it was set. */
  readonly fallbackBirthDate: StampedValue | null;
  /** Dates between which data is read. */
  readonly ingestionStart: string | null;
  readonly ingestionEnd: string | null;
}

export interface StampedValue {
  readonly value: string;
  readonly updatedAt: Instant;
}

/** The profile of a user of which nothing is known. */
export const emptyProfile: UserProfile = {
  firstName: null,
  lastName: null,
  fallbackTimeZone: null,
  fallbackBirthDate: null,
  ingestionStart: null,
  ingestionEnd: null,
};

/** A user at its creation. What is left out is unknown. */
export type NewUser = Pick<User, 'id' | 'createdAt'> & Partial<User>;

/** For how long a user with demo connections exists after the first of them was made, in milliseconds. */
export const demoMilliseconds = 7 * 24 * 60 * 60 * 1000;

/** For how long a user that was deleted with a grace period can be restored, in milliseconds. */
export const graceMilliseconds = 7 * 24 * 60 * 60 * 1000;
