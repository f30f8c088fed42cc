import { flushCompileCache } from 'node:module';
import { parse } from 'node:url';
import { Command } from 'commander';
import type { FlagValues, SettingTable, Variable } from '../verify/config/setting.ts';
import { unlessBlank } from '../verify/config/unless-blank.ts';
import { listOf, oneOf, text, toggle } from '../verify/config/value-types.ts';
import { addSettings } from './kit/add-settings.ts';
import { addressSettings } from './kit/address-settings.ts';
import { refuseUnusableAddress } from './kit/refuse-unusable-address.ts';
import { stopSignal } from './kit/stop-signal.ts';

const { port, host } = addressSettings(4010);

/** The one table of what can be set for `serve`. */
export const serveSettings = {
  port,
  host: { ...host, help: 'address to listen on; one that is not loopback requires SANDBOX_TOKEN' },
  data: {
    flag: '--data <where>',
    variable: 'DATA',
    default: ':memory:',
    type: text(),
    help: ':memory:, the path of a SQLite file, or a postgres:// URL',
  },
  allowedHosts: {
    flag: '--allowed-host <name...>',
    type: listOf((name) => [text().read(name)]),
    help: 'extra Host name to accept for the sandbox API',
  },
  trustProxy: {
    flag: '--trust-proxy',
    variable: 'TRUST_PROXY',
    type: toggle,
    help: 'name the origin that a proxy gives in X-Forwarded-Proto and X-Forwarded-Host',
  },
  logLevel: {
    flag: '--log-level <level>',
    variable: 'LOG_LEVEL',
    default: 'info',
    type: oneOf('debug', 'info', 'warn', 'error', 'silent'),
    help: 'how much to log',
  },
} as const satisfies SettingTable;

export const serveVariables: readonly Variable[] = [
  {
    variable: 'SANDBOX_TOKEN',
    help: 'bearer token of the sandbox API; required if the address is not loopback',
  },
];

/** `serve`: runs the server until it is told to stop, and ends with 0 when what was under way is answered. */
export function serveCommand(finished: { code: number }): Command {
  return addSettings(
    new Command('serve').description('run the server'),
    serveSettings,
    serveVariables,
  ).action(async (options: FlagValues<typeof serveSettings>, command: Command) => {
    await refuseUnusableAddress(command, options);
    // The server is half of what there is to load, and no other command needs it.
    const { startServer } = await import('../server/start-server.ts');
    const { startBanner } = await import('./start-banner.ts');
    silenceUrlParseWarning();
    const sandboxToken = unlessBlank(process.env.SANDBOX_TOKEN);
    const server = await startServer({ ...options, ...(sandboxToken === undefined ? {} : { sandboxToken }) });
    // Listening for the signal comes first: whoever has read the banner may send it.
    const stopped = stopSignal();
    process.stdout.write(startBanner(server, options.data));
    // Node writes the cache at the end of a process, and one that is killed has no such end.
    flushCompileCache();
    await stopped;
    await server.close();
    finished.code = 0;
  });
}

/**
 * Makes Node take its warning of `url.parse` as shown. Until then each call searches the stack for its caller, and the
 * validator makes one for every request. A user of this command can do nothing about the warning.
 */
function silenceUrlParseWarning(): void {
  const { noDeprecation = false } = process;
  process.noDeprecation = true;
  parse('/');
  process.noDeprecation = noDeprecation;
}
