import type { Connection } from '../model/connection.ts';
import { providerCatalogue } from '../model/provider-catalogue.ts';

/** The fields of a connection that a scenario sets; the rest have defaults. */
export type ScenarioRow = Partial<Connection> & Pick<Connection, 'provider'>;

/** Makes the connections of one user from rows; ids and times are the same in every workspace and at every start. */
export function scenarioConnections(options: {
  readonly userId: string;
  readonly rows: readonly ScenarioRow[];
}): Connection[] {
  const { userId, rows } = options;
  return rows.map((row, index) => {
    const { integrationType = providerCatalogue.get(row.provider)?.integrationType } = row;
    if (integrationType === undefined)
      throw new Error(
        `The catalogue does not contain the provider ${row.provider} of a scenario. Fix it, or set integrationType.`,
      );
    const createdAt = row.createdAt ?? minutesAfterStart(-index);
    return {
      providerName: null,
      logo: null,
      externalId: null,
      externalUsername: null,
      grantedScopes: null,
      state: 'active',
      cause: null,
      resources: {},
      label: null,
      integrationType,
      config: null,
      lastSyncedAt: null,
      expiresAt: null,
      updatedAt: createdAt,
      ...row,
      createdAt,
      userId,
      id: row.id ?? connectionId(userId, index),
      credentialId: row.credentialId ?? `cred_${userId.slice(-4)}_${index + 1}`,
      createdBy: row.createdBy ?? userId,
    };
  });
}

/** The moment this many minutes after noon (or before, if negative) on the day of the scenarios. */
export function minutesAfterStart(minutes: number): string {
  return new Date(Date.UTC(2025, 5, 2, 12, minutes)).toISOString();
}

function connectionId(userId: string, index: number): string {
  const number = String(index + 1).padStart(12, '0');
  return `${userId.slice(-8)}-0000-4000-a000-${number}`;
}
