import type { components } from '../../generated/junction.ts';
import type { Connection } from '../model/connection.ts';
import { writtenInUtc } from '../model/instant.ts';
import { providerOf } from '../model/provider-of.ts';
import type { User } from '../model/user.ts';
import { listedStates } from './junction-statuses.ts';
import { teamIdOf } from './junction-team-id.ts';

type JunctionUser = components['schemas']['JunctionUser'];
type ConnectedSource = components['schemas']['JunctionConnectedSource'];

/** Where a fallback comes from that was set by this API. */
const setByHand = { source_slug: 'manual' };

/** A user of a workspace as Junction shows it. Connections that are switched off are left out. */
export function presentUser(
  workspacePublicId: string,
  user: User,
  connections: readonly Connection[],
): JunctionUser {
  const { fallbackTimeZone, fallbackBirthDate, ingestionStart, ingestionEnd } = user.profile;
  return {
    user_id: user.id,
    team_id: teamIdOf(workspacePublicId),
    client_user_id: shownClientUserId(user),
    created_on: writtenInUtc(user.createdAt, '+00:00'),
    connected_sources: connections.filter(({ state }) => listedStates.includes(state)).map(presentSource),
    fallback_time_zone: fallbackTimeZone && {
      id: fallbackTimeZone.value,
      ...setByHand,
      updated_at: writtenInUtc(fallbackTimeZone.updatedAt, '+00:00'),
    },
    fallback_birth_date: fallbackBirthDate && {
      value: fallbackBirthDate.value,
      ...setByHand,
      updated_at: writtenInUtc(fallbackBirthDate.updatedAt, '+00:00'),
    },
    ingestion_start: ingestionStart,
    ingestion_end: ingestionEnd,
  };
}

/** Junction requires a `client_user_id`. A user that was created elsewhere may have none, and shows its id. */
export function shownClientUserId({ id, clientUserId }: Pick<User, 'id' | 'clientUserId'>): string {
  return clientUserId ?? id;
}

function presentSource(connection: Connection): ConnectedSource {
  const { providerName, logo, createdAt } = connection;
  const known = providerOf(connection);
  const provider = {
    name: providerName ?? known.name,
    slug: known.slugs.junction ?? known.slug,
    logo: logo ?? known.logo,
  };
  return { provider, created_on: writtenInUtc(createdAt, '+00:00'), source: provider };
}
