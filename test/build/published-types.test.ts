import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { publishedTypes } from '../../build/published-types.ts';
import { useFolder } from '../support/use-folder.ts';

const folder = useFolder();
const files = {
  'tsconfig.json':
    '{ "compilerOptions": { "module": "nodenext", "types": [], "lib": ["es5"], "skipLibCheck": true } }',
  'package.json': '{ "type": "module" }',
  'node_modules/shapes/package.json': '{ "name": "shapes", "types": "index.d.ts" }',
  'node_modules/shapes/index.d.ts': 'export interface Circle { readonly radius: number }',
  'client/kept-private.ts': 'export const b = 1;',
  'client/a.ts': "import { b } from './kept-private.js'; export const a = (): number => b;",
  'server/area.ts':
    "import type { Circle } from 'shapes'; export declare function area(circle: Circle): number;",
  'server/wrong.ts': "export const wrong: number = 'text';",
};
for (const [name, text] of Object.entries(files)) {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), text);
}

const typesOf = (exports: Readonly<Record<string, string | null>>, dependencies = {}) =>
  publishedTypes({ exports, dependencies, peerDependencies: {}, bin: {} }, folder);

test('Types are published of what is exported, and of nothing else', () => {
  const types = typesOf({ './client/*': './dist/client/*.js', './client/kept-private': null });
  expect([...types]).toEqual([['client/a.d.ts', 'export declare const a: () => number;\n']]);
});

test('A type of a package that is installed with this one may be exported', () => {
  const types = typesOf({ './area': './dist/server/area.js' }, { shapes: '1.0.0' });
  expect([...types.keys()]).toEqual(['server/area.d.ts']);
});

test('A type of any other package is refused, by the file that needs it', () => {
  expect(() => typesOf({ './area': './dist/server/area.js' })).toThrow(
    'dist/server/area.d.ts needs the types of shapes, which is not installed with the package.',
  );
});

test('A wrong type is refused', () => {
  expect(() => typesOf({ './wrong': './dist/server/wrong.js' })).toThrow(
    /The types do not hold:\nserver\/wrong\.ts\(1,14\): error TS2322/,
  );
});
