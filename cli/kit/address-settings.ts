import type { SettingTable } from '../../verify/config/setting.ts';
import { integer, text } from '../../verify/config/value-types.ts';

/** Returns the settings of the address on which a command listens, with this default port. */
export function addressSettings(port: number) {
  return {
    port: {
      flag: '-p, --port <number>',
      variable: 'PORT',
      default: port,
      type: integer(0, 65_535),
      help: 'port to listen on; 0 chooses a free port',
    },
    host: {
      flag: '--host <address>',
      variable: 'HOST',
      default: '127.0.0.1',
      type: text(),
      help: 'address to listen on',
    },
  } as const satisfies SettingTable;
}
