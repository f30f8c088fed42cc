import type { components, operations } from '../../generated/mielto.ts';
import type { ApiContext, Handlers } from '../api/api.ts';
import type { Connection } from '../model/connection.ts';
import { authMethodOf } from '../model/integration-requirements.ts';
import type { NewLink } from '../model/new-link.ts';
import type { Provider } from '../model/provider-catalogue.ts';
import { providerOf } from '../model/provider-of.ts';
import { limitProblem } from './limit-problem.ts';
import { changeErrors, creationErrors, failedCheck, refuseLargeConfig } from './mielto-check.ts';
import { mieltoProvider, presentMielto } from './mielto-connection.ts';
import { ensureUser, mieltoNotFound, ownerIn, workspaceOf } from './mielto-workspace.ts';
import type { VendorCaller } from './vendor-api.ts';

type Change = components['schemas']['MieltoConnectionChange'];

export const mieltoConnectionHandlers: Handlers<
  Pick<
    operations,
    | 'createMieltoConnection'
    | 'getMieltoConnection'
    | 'updateMieltoConnection'
    | 'deleteMieltoConnection'
    | 'getMieltoRequirements'
  >,
  VendorCaller
> = {
  async createMieltoConnection(request, context) {
    const publicId = workspaceOf(request);
    const { body } = request;
    const provider = mieltoProvider(body.integration);
    if (provider === null) return failedCheck(['The integration does not exist']);
    const errors = creationErrors(provider, body);
    if (errors.length > 0) return failedCheck(errors);
    refuseLargeConfig(body.config, context.store.limits.configBytes);
    const link: NewLink = {
      userId: await ownerIn(publicId, body.user_id, context),
      provider: provider.slug,
      externalId: null,
      externalUsername: null,
      grantedScopes: null,
      resources: {},
      integration: {
        integrationType: body.integration_type,
        label: body.label ?? null,
        config: body.config ?? null,
        credentialId: body.credential_id ?? null,
      },
    };
    const connection = await connect(request.caller, link, context);
    return { status: 200, body: presentMielto(connection, publicId) };
  },

  async getMieltoConnection(request, context) {
    const publicId = workspaceOf(request);
    const { connection } = await findIn(publicId, request.path.connection_id, context);
    return { status: 200, body: presentMielto(connection, publicId) };
  },

  async updateMieltoConnection(request, context) {
    const publicId = workspaceOf(request);
    const { path, body } = request;
    const { connection, provider } = await findIn(publicId, path.connection_id, context);
    const errors = changeErrors(provider, body);
    if (errors.length > 0) return failedCheck(errors);
    const { store, newId } = context;
    refuseLargeConfig(body.config, store.limits.configBytes);
    const change = { ...changedFields(body, newId), reconnects: body.credentials != null };
    const outcome = await store.connections.updateById(publicId, connection.id, change, request.caller.now);
    if (outcome.kind === 'no-connection') throw mieltoNotFound();
    if (outcome.kind === 'exceeds') throw limitProblem(outcome.exceeds, store.limits);
    return { status: 200, body: presentMielto(outcome.connection, publicId) };
  },

  async deleteMieltoConnection(request, context) {
    const publicId = workspaceOf(request);
    const { connection } = await findIn(publicId, request.path.connection_id, context);
    if (!(await context.store.connections.removeById(publicId, connection.id))) throw mieltoNotFound();
    return { status: 204 };
  },

  async getMieltoRequirements({ path, query }) {
    const provider = mieltoProvider(path.integration_id);
    if (provider === null) return { status: 404, body: { detail: 'Integration not found' } };
    const method = authMethodOf(provider.slug, query.auth_method_id ?? null);
    if (method === null) return { status: 404, body: { detail: 'Auth method not found' } };
    const { fields, ...shown } = method;
    const body = {
      integration_id: path.integration_id,
      auth_method: shown,
      required_fields: fields.map(({ validation, ...field }) =>
        Object.keys(validation).length === 0 ? field : { ...field, validation: { ...validation } },
      ),
    };
    return { status: 200, body };
  },
};

/** Connects. A user that does not exist is created first. */
async function connect(
  { publicId, now }: VendorCaller,
  link: NewLink,
  context: ApiContext,
): Promise<Connection> {
  const { store, newId } = context;
  const attempt = () => store.connections.connect(publicId, link, { now, newId });
  let outcome = await attempt();
  if (outcome.kind === 'no-user') {
    await ensureUser({ publicId, userId: link.userId, now }, context);
    outcome = await attempt();
  }
  switch (outcome.kind) {
    case 'connected':
    case 'reconnected':
    case 'renewed':
      return outcome.connection;
    case 'exceeds':
      throw limitProblem(outcome.exceeds, store.limits);
    case 'no-user':
    case 'mixes-demo':
      throw mieltoNotFound();
    default:
      return outcome satisfies never;
  }
}

/** A connection of a provider that Mielto has. Any other does not exist for Mielto. */
async function findIn(
  publicId: string,
  connectionId: string,
  { store }: ApiContext,
): Promise<{ readonly connection: Connection; readonly provider: Provider }> {
  const connection = await store.connections.findById(publicId, connectionId);
  if (connection === null) throw mieltoNotFound();
  const provider = providerOf(connection);
  if (provider.slugs.mielto === null) throw mieltoNotFound();
  return { connection, provider };
}

/** The fields that a body names. New credentials are stored under a new id. */
function changedFields(
  { label, config, credential_id: stored, credentials }: Change,
  newId: () => string,
): Partial<Pick<Connection, 'label' | 'config' | 'credentialId'>> {
  return {
    ...(label === undefined ? {} : { label }),
    ...(config === undefined ? {} : { config }),
    ...(stored == null ? {} : { credentialId: stored }),
    ...(credentials == null ? {} : { credentialId: `cred_${newId().slice(0, 8)}` }),
  };
}
