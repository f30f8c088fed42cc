import type { Operation } from '../../../contract/operation.ts';
import { recallListing } from '../../session/listing.ts';
import type { Probe } from '../../session/probe.ts';
import type { Session } from '../../session/session.ts';
import type { PlanContext } from './define-check.ts';
import { filterParameters } from './filter-parameters.ts';

type Query = NonNullable<Probe['query']>;

/**
 * The query that filters by a value of the user's first item in each way that the contract has; empty where it has
 * none. Another user's or tenant's first item is given by its probe.
 */
export async function everyFilter(context: PlanContext, session: Session, of: Probe = {}): Promise<Query> {
  const item = (await recallListing(session, of))?.items[0];
  return filterParameters(context).flatMap(({ name, schema }) => {
    const value = item?.[name] ?? schema.enum?.[0];
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
}

/** Whether the path of an operation names a user. */
export function namesUser({ parameters }: Operation): boolean {
  return parameters.some(({ name, in: location }) => location === 'path' && name === 'user_id');
}

/** The query that asks for the largest page from the beginning; empty where lists are not paged. */
export function largestQuery({ operation }: PlanContext): Query {
  return operation.parameters.flatMap(({ in: location, name, schema }) =>
    location === 'query' && schema.type === 'integer'
      ? [[name, String(schema.maximum ?? schema.minimum ?? 0)] as const]
      : [],
  );
}

/** Everything at once that a request may carry besides its key. */
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
