import { bothRuns, type ForeignServer } from '../foreign-server.ts';
import { startOpenWearables } from './open-wearables-server.ts';
import { wearablesTarget } from './wearables-target.ts';

const list = 'open-wearables.listOpenWearablesConnections';

/**
 * An installation of Open Wearables 0.6, and how it differs from the contract of the page. It reads the key from the
 * header of the page, so that the other checks can be completed. An edition of the contract gets its own run here.
 */
export function openWearablesInstallation({
  uuidKeyBreaks,
}: {
  readonly uuidKeyBreaks: boolean;
}): ForeignServer {
  return {
    name: 'Open Wearables 0.6',
    start: () => startOpenWearables({ keyHeader: 'x-api-key', uuidKeyBreaks }),
    apis: [wearablesTarget],
    runs: bothRuns({
      byDefault: [
        `warning ${list}.authentication.slash-redirect`,
        `warning ${list}.input.user_id.malformed`,
        // In a field that the page does not document.
        `failed ${list}.isolation.other-user-ids`,
        `warning ${list}.transport.redirect-host`,
        `failed ${list}.shape.404.status`,
        `warning ${list}.shape.200.undocumented-fields`,
        `warning ${list}.shape.200.open-enums`,
      ],
      strict: [
        `failed ${list}.authentication.slash-redirect`,
        `failed ${list}.input.user_id.malformed`,
        `failed ${list}.meaning.order`,
        `failed ${list}.isolation.other-user-ids`,
        `failed ${list}.transport.redirect-host`,
        `failed ${list}.transport.head`,
        `failed ${list}.shape.404.status`,
        `failed ${list}.shape.200.undocumented-fields`,
        `warning ${list}.shape.200.open-enums`,
      ],
    }),
  };
}
