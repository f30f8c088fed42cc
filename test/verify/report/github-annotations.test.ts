import { expect, test } from 'vitest';
import { githubAnnotations } from '../../../verify/report/github-annotations.ts';
import {
  everyHostileStatus,
  everyStatus,
  sampleFinding,
  sampleOutcome,
  sampleReport,
} from './sample-report.ts';

test('A check that failed or could not be run is an error, a check with warnings a warning', () => {
  expect(githubAnnotations(sampleReport(everyStatus)).trimEnd().split('\n')).toEqual([
    expect.stringMatching(
      /^::error title=Junction contract::A check that is failed%0A\/providers\/0\/status: expected .*, got "on", "off"\./,
    ),
    expect.stringMatching(
      /^::error title=Mielto contract::A check that is error%0AThe connection was refused\.%0A/,
    ),
    expect.stringMatching(
      /^::warning title=Junction contract::.*%0Ajunction\.listConnections\.shape\.warning-check, in spec\/junction\.yaml#\//,
    ),
  ]);
});

test('It points to the configuration if there is one, with its name escaped', () => {
  expect(githubAnnotations(sampleReport(everyStatus), { configFile: 'a:b,c%.yaml' })).toMatch(
    /^::error file=a%3Ab%2Cc%25\.yaml,title=Junction contract::/,
  );
});

test('It points to the line of its API, and to no line if the API is not in the configuration', () => {
  const apiLines = new Map([['junction', 7] as const]);
  const lines = githubAnnotations(sampleReport(everyStatus), { configFile: 'a.yaml', apiLines }).split('\n');
  expect(lines.map((line) => line.replace(/::(?=[A-Z]).*/, ''))).toEqual([
    '::error file=a.yaml,line=7,title=Junction contract',
    '::error file=a.yaml,title=Mielto contract',
    '::warning file=a.yaml,line=7,title=Junction contract',
    '',
  ]);
  expect(githubAnnotations(sampleReport(everyStatus), { apiLines })).not.toContain('line=');
});

test('Text of a hostile server contains no workflow command', () => {
  const lines = githubAnnotations(sampleReport(everyHostileStatus)).trimEnd().split('\n');
  expect(lines).toHaveLength(3);
  for (const line of lines) {
    expect(line).toMatch(/^::(?:error|warning) title=(?:Junction|Mielto) contract::/);
    expect(line).not.toMatch(/[\p{Cc}\p{Cs}]|##\w*\[/u);
    expect(line).toContain('\\t%250A');
  }
});

test.each([
  [10, 10, 'A check that is failed'],
  [11, 10, '2 more checks'],
  [500, 10, '491 more checks'],
])('For %i failures there are %i annotations, and the last begins with %3$s', (count, shown, last) => {
  const outcomes = Array.from({ length: count }, () =>
    sampleOutcome({ status: 'failed', findings: [sampleFinding()] }),
  );
  const lines = githubAnnotations(sampleReport(outcomes)).trimEnd().split('\n');
  expect(lines).toHaveLength(shown);
  expect(lines.at(-1)).toContain(`::${last}`);
});

test('It is empty if all checks pass', () => {
  expect(githubAnnotations(sampleReport([sampleOutcome({ status: 'passed' })]))).toBe('');
});
