import { bothRuns, type ForeignServer } from '../foreign-server.ts';
import { startOpenWearables } from './open-wearables-server.ts';
import { editionTarget, wearablesTarget } from './wearables-target.ts';

const list = 'open-wearables.listOpenWearablesConnections';

/** An installation of Open Wearables 0.6, and how it differs from the contract of the page and from its edition. */
export function openWearablesInstallation({
  uuidKeyBreaks,
}: {
  readonly uuidKeyBreaks: boolean;
}): ForeignServer {
  const ofError = uuidKeyBreaks ? causedByError : [];
  return {
    name: uuidKeyBreaks ? 'Open Wearables 0.6 with its error' : 'Open Wearables 0.6',
    start: () => startOpenWearables({ uuidKeyBreaks }),
    apis: [wearablesTarget],
    runs: [
      ...bothRuns({
        byDefault: [
          `warning ${list}.authentication.slash-redirect`,
          `warning ${list}.input.user_id.malformed`,
          // In a field that the page does not document.
          `failed ${list}.isolation.other-user-ids`,
          `warning ${list}.transport.redirect-host`,
          `failed ${list}.shape.404.status`,
          `warning ${list}.shape.200.undocumented-fields`,
          `warning ${list}.shape.200.open-enums`,
          ...ofError,
        ],
        strict: [
          `warning ${list}.authentication.slash-redirect`,
          `failed ${list}.input.user_id.malformed`,
          `failed ${list}.meaning.order`,
          `failed ${list}.isolation.other-user-ids`,
          `warning ${list}.transport.redirect-host`,
          `failed ${list}.transport.head`,
          `failed ${list}.shape.404.status`,
          `failed ${list}.shape.200.undocumented-fields`,
          `warning ${list}.shape.200.open-enums`,
          ...ofError,
        ],
      }),
      ...bothRuns({
        edition: { flag: '--edition 0-6', apis: [editionTarget] },
        byDefault: [
          `warning ${list}.authentication.slash-redirect`,
          // In a field that the edition documents.
          `warning ${list}.isolation.other-user-ids`,
          `warning ${list}.transport.redirect-host`,
          `warning ${list}.shape.200.open-enums`,
          ...ofError,
        ],
        strict: [
          `warning ${list}.authentication.slash-redirect`,
          `warning ${list}.isolation.other-user-ids`,
          `warning ${list}.transport.redirect-host`,
          `warning ${list}.shape.200.open-enums`,
          ...ofError,
        ],
      }),
    ],
  };
}

/** The 500 is one finding. The connection that is closed after it is another one, and other checks refer to the first. */
const causedByError = [
  `inconclusive ${list}.authentication.uuid-key`,
  `inconclusive ${list}.authentication.hex-key`,
  // Without its prefix, the key of this installation is 32 hexadecimal digits.
  `inconclusive ${list}.authentication.unprefixed-key`,
  `warning ${list}.transport.after-error`,
  `inconclusive ${list}.shape.declared-status`,
  `failed ${list}.shape.server-errors`,
];
