import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { root } from '../run-cli.ts';
import type { SourceFiles } from './read-imports.ts';

/** Reads all TypeScript and JavaScript files of the repository, without installed or built files. */
export function readSourceFiles(): SourceFiles {
  return new Map(namesIn('.').map((name) => [name, readFileSync(join(root, name), 'utf8')]));
}

function namesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = posix.join(folder, entry.name);
    if (entry.isDirectory()) return isBuilt(name, entry.name) ? [] : namesIn(name);
    return entry.isFile() && /\.(?:ts|js|mjs)$/.test(entry.name) ? [name] : [];
  });
}

function isBuilt(path: string, name: string): boolean {
  return path === 'generated/docs' || /^(?:\.|(?:node_modules|dist)$)/.test(name);
}
