import { fetchListing } from '../../session/listing.ts';
import type { Probe } from '../../session/probe.ts';
import type { Session } from '../../session/session.ts';
import type { PlanContext } from './define-check.ts';
import { filterParameters } from './filter-parameters.ts';

type Query = NonNullable<Probe['query']>;

/**
 * The query that uses every filter of the contract, each with the value of the user's first item; empty if there are
 * no filters. The probe `of` selects the list of another user or tenant.
 */
export async function everyFilter(context: PlanContext, session: Session, of: Probe = {}): Promise<Query> {
  const item = (await fetchListing(session, of))?.items[0];
  return filterParameters(context).flatMap(({ name, schema }) => {
    const value = item?.[name] ?? schema.enum?.[0];
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
}

/** The query for the largest page from the beginning; empty if lists are not paged. */
export function largestQuery({ operation }: PlanContext): Query {
  return operation.parameters.flatMap(({ in: location, name, schema }) =>
    location === 'query' && schema.type === 'integer'
      ? [[name, String(schema.maximum ?? schema.minimum ?? 0)] as const]
      : [],
  );
}

/** A request with every query parameter, an unknown one, and the workspace header. */
export async function everyParameter(context: PlanContext, session: Session): Promise<Probe> {
  const { operation } = context;
  const { workspace } = session.options.target;
  const header = operation.parameters.find(({ in: location }) => location === 'header');
  return {
    query: [
      ...largestQuery(context),
      ...(await everyFilter(context, session)),
      ['no_such_parameter', 'yes'] as const,
    ],
    ...(header === undefined || workspace === undefined ? {} : { headers: { [header.name]: workspace } }),
  };
}
