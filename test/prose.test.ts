import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from './support/run-cli.ts';

/** Words that tend to return to the prose of this project, and the plain words to use. */
const avoidedWords: readonly (readonly [RegExp, string])[] = [
  [/\bmend(?:s|ed|ing)?\b/i, 'fix'],
  [/\b(?:tells?|told|telling)\b/i, 'report, show, return, distinguish'],
  [/\b(?:who|whom|what|where|when)ever\b/i, 'any, each'],
  [/\bwhom\b/i, 'a user that …'],
  [/\bnobody\b/i, 'no user, does not exist'],
  [/\bjudg(?:e|es|ed|ing|ement)\b/i, 'check'],
  [/\bverdicts?\b/i, 'result'],
  [/\bbesides\b/i, 'also'],
  [/\bbut for\b/i, 'except'],
  [/\b(?:gentle|gently|spared?|sole)\b/i, 'limited, only'],
  [/\bso many\b/i, 'this many, at most'],
  [/\bstands\b/i, 'is, stops, is stored, appears'],
  [/\b(?:wants|lets)\b/i, 'must, requires, allows'],
  [/(?<!\b(?:there|and|or) )\bis no\b(?! longer)/i, 'is not a'],
  [/\b(?:anew|afresh)\b/i, 'again'],
  [/\b(?:goes|went) on\b/i, 'continues'],
  [/\bnothing but\b/i, 'only'],
  [/\bstrangers?\b/i, 'other callers'],
  [/\b(?:spelt|spoilt)\b/i, 'spelled, invalid'],
];

/** Generated files, and files with words of others. */
const excluded = /^(?:generated\/|package-lock\.json|test\/verify\/report\/schemas\/|test\/prose\.test\.ts$)/;

const files = globSync(
  ['*', '.github/**', '{spec,contract,build,server,client,verify,mutants,cli,docs,test}/**'],
  { cwd: root },
)
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.(?:ts|js|mjs|md|ya?ml)$/.test(file) && !excluded.test(file));

test('Files of every room are checked', () => {
  for (const room of [
    'spec',
    'contract',
    'build',
    'server',
    'client',
    'verify',
    'mutants',
    'cli',
    'docs',
    'test',
  ])
    expect(files.some((file) => file.startsWith(`${room}/`))).toBe(true);
});

describe('No file contains', () => {
  const lines = files.flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .map((text, index) => ({ at: `${file}:${index + 1}`, text })),
  );

  test.each(avoidedWords)('%s, use: %s', (word) => {
    expect(lines.filter(({ text }) => word.test(text)).map(({ at, text }) => `${at} ${text.trim()}`)).toEqual(
      [],
    );
  });
});
