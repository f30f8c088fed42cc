import { commands } from '../support/read-guides.ts';

/**
 * How the tests run each command of the guides. A command that does not match a row fails.
 * `ci`: not run here, because CI runs it or all its parts, and it would run this file again or replace node_modules.
 * `long`: not run here, because it takes minutes. `packed`: `test/cli/package.slow.test.ts` packs and installs the package.
 * `loop`: the loop at one server, in order, in `loop-commands.slow.test.ts`. `snippet`: `snippets.slow.test.ts`.
 * `docs`: `test/build/docs.slow.test.ts` builds and checks the docs. `dev`: `test/build/dev.slow.test.ts`.
 */
export const ways = [
  [/^npm (?:ci|test|run test:fast|run check|run docs|run lint:spec)$/, 'ci'],
  [/^npm run (?:bench|mutation|test:long|soak(?: -- --minutes .*)?)$/, 'long'],
  [/^npm (?:pack|install --save-dev \.\/\S+\.tgz)$/, 'packed'],
  [/^npx node loop\.ts$/, 'snippet'],
  [/^(?:curl .*|\w+=\S+)$/, 'loop', 'docs/lifecycle.md'],
  [/^npm start$/, 'server'],
  [/^npm run dev$/, 'dev'],
  [/^(?:SANDBOX_TOKEN=\S+ )?npm start -- |^LOG_LEVEL=\w+ npm start$/, 'other server'],
  [/^npm run mock(?: -- --edition [\w=-]+)?$/, 'mock'],
  [/^npm run mutate -- /, 'mutate'],
  [/^JUNCTION_API_KEY=\S+ npm run --silent verify -- /, 'wrong call'],
  [/^npm run verify -- .*http:\/\/127\.0\.0\.1:4012\b/, 'verify of the mutant'],
  [/^(?:\w+=\S+ )?npm run verify -- .*http:\/\/127\.0\.0\.1:4010\b/, 'verify'],
  [/^(?:node|npm run vitest:fast --) --inspect-brk /, 'debugger'],
  [/^npm run (?:verify -- --(?:list-checks|explain)|vitest:fast --) /, 'in place'],
  [/^curl .*http:\/\/127\.0\.0\.1:4010\//, 'curl to the server'],
  [/^curl .*http:\/\/127\.0\.0\.1:4011\//, 'curl to the mock'],
  [/^npm run docs -- --out site$/, 'docs'],
  [/^npm run (?:generate|fix)$/, 'in a copy'],
] as const satisfies readonly (readonly [pattern: RegExp, way: string, onlyIn?: string])[];
export type Way = (typeof ways)[number][1];

export const guideCommands = commands().map((command) => ({
  ...command,
  way: ways.find(
    ([pattern, , onlyIn = command.file]) => onlyIn === command.file && pattern.test(command.line),
  )?.[1],
}));

/** Returns the commands that are run in one way, in the order of the guides. Repetitions without output are omitted. */
export function commandsRun(way: Way) {
  return guideCommands.filter(
    ({ line, output, way: own }, index) =>
      own === way && (output !== null || guideCommands.findIndex((other) => other.line === line) === index),
  );
}
