import type { Random } from '../../support/random.ts';
import type { ProviderSlugs } from '../model/user-model.ts';
import type { WorkspaceModel } from '../model/workspace-model.ts';
import type { Tally } from '../results/tally.ts';
import type { FaultTimes } from '../servers/fault-times.ts';
import type { Replicas } from '../servers/replicas.ts';
import type { Resets } from '../servers/resets.ts';

/** What all clients of a run share. */
export interface World {
  readonly replicas: Replicas;
  readonly faults: FaultTimes;
  readonly resets: Resets;
  readonly tally: Tally;
  readonly slugs: ProviderSlugs;
  /** How long a request without an answer can still take effect. */
  readonly settleMilliseconds: number;
  /** The names of all workspaces that may exist. */
  readonly possibleNames: Set<string>;
  /** The ids of all users that may exist in the default workspace, without those of scenarios. */
  readonly possibleUsers: Set<string>;
  /** The bodies of the vendors' lists of the first scenario user, which no client changes in the default workspace. */
  readonly scenarioLists: ReadonlyMap<string, string>;
}

/** One client. Its requests do not overlap, and no other client changes its workspaces and users. */
export interface Client {
  readonly world: World;
  readonly name: string;
  readonly random: Random;
  readonly workspaces: Map<string, WorkspaceModel>;
  /** The number of workspaces that it has created, which makes their names unique. */
  created: number;
  /** The `epoch` of the resets to which what it knows belongs. */
  seenEpoch: number;
}

/** The id of the default workspace. */
export const defaultWorkspace = 'ws_sandbox';
