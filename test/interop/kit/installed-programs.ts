import { spawnSync } from 'node:child_process';

/** A program that a check needs. */
export type Program = 'go' | 'python' | 'java' | 'maven';

interface ProgramEntry {
  /** What asks it for its version. */
  readonly command: readonly [string, ...string[]];
  readonly least: readonly [number, number];
}

const programs: Readonly<Record<Program, ProgramEntry>> = {
  go: { command: ['go', 'version'], least: [1, 26] },
  python: { command: ['python3', '--version'], least: [3, 11] },
  java: { command: ['java', '-version'], least: [11, 0] },
  maven: { command: ['mvn', '--version'], least: [3, 6] },
};

/** Why a program cannot be used on this machine; null if it can. */
export function missingProgram(program: Program): string | null {
  const {
    command: [name, ...args],
    least,
  } = programs[program];
  const { status, stdout, stderr } = spawnSync(name, args, { encoding: 'utf8', timeout: 60_000 });
  if (status !== 0) return `${name} is not installed`;
  const found = /(\d+)\.(\d+)/.exec(stdout + stderr);
  const [major, minor] = [Number(found?.[1]), Number(found?.[2])];
  const isEnough = major > least[0] || (major === least[0] && minor >= least[1]);
  return isEnough ? null : `${name} is older than ${least.join('.')}`;
}
