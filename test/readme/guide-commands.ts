import { commands } from '../support/read-guides.ts';

/**
 * How each command of the guides is run here; one that no row matches fails.
 * `ci`: CI runs these or all their parts, and they would run this file again, or take node_modules from under it.
 * `long`: these take minutes of the whole machine. `packed`: `test/cli/package.slow.test.ts` packs and installs the package.
 * `docs`: `test/build/docs.slow.test.ts` builds the docs, and looks at them. `dev`: `test/build/dev.slow.test.ts`.
 */
export const ways = [
  [/^npm (?:ci|test|run test:fast|run check|run docs|run lint:spec)$/, 'ci'],
  [/^npm run (?:bench|mutation|soak)$/, 'long'],
  [/^npm (?:pack|install --save-dev \.\/\S+\.tgz)$/, 'packed'],
  [/^npm start$/, 'server'],
  [/^npm run dev$/, 'dev'],
  [/^(?:SANDBOX_TOKEN=\S+ )?npm start -- |^LOG_LEVEL=\w+ npm start$/, 'other server'],
  [/^npm run mock$/, 'mock'],
  [/^npm run mutate -- /, 'mutate'],
  [/^npm run verify -- .*http:\/\/127\.0\.0\.1:4012\b/, 'verify of the mutant'],
  [/^(?:\w+=\S+ )?npm run verify -- .*http:\/\/127\.0\.0\.1:4010\b/, 'verify'],
  [/^(?:node|npm run vitest:fast --) --inspect-brk /, 'debugger'],
  [/^npm run (?:verify -- --(?:list-checks|explain)|vitest:fast --) /, 'in place'],
  [/^curl .*http:\/\/127\.0\.0\.1:4010\//, 'curl to the server'],
  [/^curl .*http:\/\/127\.0\.0\.1:4011\//, 'curl to the mock'],
  [/^npm run docs -- --out site$/, 'docs'],
  [/^npm run (?:generate|fix)$/, 'in a copy'],
] as const satisfies readonly (readonly [RegExp, string])[];
export type Way = (typeof ways)[number][1];

export const guideCommands = commands().map((command) => ({
  ...command,
  way: ways.find(([pattern]) => pattern.test(command.line))?.[1],
}));

/** The commands that are run in one way, in the order of the guides. One that is repeated without output comes once. */
export function commandsRun(way: Way) {
  return guideCommands.filter(
    ({ line, output, way: own }, index) =>
      own === way && (output !== null || guideCommands.findIndex((other) => other.line === line) === index),
  );
}
