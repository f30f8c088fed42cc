import { Command, Option } from 'commander';
import { hostOption, portOption } from './address-options.ts';
import { stopSignal } from './stop-signal.ts';

interface ServeOptions {
  readonly port: number;
  readonly host: string;
  readonly data: string;
  readonly allowedHost: readonly string[];
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

/** `serve`: runs the server until it is told to stop, and ends with 0 when what was under way is answered. */
export function serveCommand(finished: { code: number }): Command {
  return new Command('serve')
    .description('run the server')
    .addOption(portOption(4010))
    .addOption(hostOption())
    .addOption(
      new Option('--data <where>', ':memory:, the path of a SQLite file, or a postgres:// URL')
        .env('DATA')
        .default(':memory:'),
    )
    .addOption(
      new Option('--allowed-host <name...>', 'a name by which the sandbox API may be asked for').default([]),
    )
    .addOption(
      new Option('--log-level <level>', 'how much to log')
        .env('LOG_LEVEL')
        .choices(['debug', 'info', 'warn', 'error', 'silent'])
        .default('info'),
    )
    .addHelpText(
      'after',
      '\nSANDBOX_TOKEN in the environment closes the sandbox API to whoever does not send it.',
    )
    .action(async ({ allowedHost, ...options }: ServeOptions) => {
      // The server is half of what there is to load, and no other command needs it.
      const { startServer } = await import('../server/start-server.ts');
      const { startBanner } = await import('./start-banner.ts');
      const sandboxToken = process.env.SANDBOX_TOKEN;
      const server = await startServer({
        ...options,
        allowedHosts: allowedHost,
        ...(sandboxToken === undefined || sandboxToken === '' ? {} : { sandboxToken }),
      });
      // Listening for the signal comes first: whoever has read the banner may send it.
      const stopped = stopSignal();
      process.stdout.write(startBanner(server, options.data));
      await stopped;
      await server.close();
      finished.code = 0;
    });
}
