import { InvalidArgumentError, Option } from 'commander';

/** `--port`, with `PORT` for its environment. */
export function portOption(standard: number): Option {
  return new Option('-p, --port <number>', 'port to listen on; 0 takes a free one')
    .env('PORT')
    .default(standard)
    .argParser(parsePort);
}

/** `--host`, with `HOST` for its environment. */
export function hostOption(): Option {
  return new Option('--host <address>', 'address to listen on').env('HOST').default('127.0.0.1');
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535)
    throw new InvalidArgumentError('A port is a number from 0 to 65535.');
  return port;
}
