import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { moduleExports } from './module-exports.ts';
import { useFolder } from './use-folder.ts';

const folder = useFolder();
const files = {
  'shapes.d.ts':
    'export interface Circle { radius: Unit }\nexport type Unit = 1;\nexport declare class Shape {}',
  'foreign.d.ts': 'export interface Foreign {}',
  'all.d.ts': `
    import type { Foreign } from './foreign.ts';
    export type { Circle, Unit } from './shapes.ts';
    export declare function area<Any extends Foreign>(of: import('./shapes.ts').Circle, any: Any): Foreign;
  `,
  'some.d.ts': `
    import { Shape } from './shapes.ts';
    interface Options { readonly unit: import('./shapes.ts').Unit }
    export type { Circle as Round } from './shapes.ts';
    export declare class Square extends Shape { constructor(options: Options) }
  `,
};
for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
const names = Object.keys(files).map((name) => join(folder, name));
const program = ts.createProgram(names, { allowImportingTsExtensions: true, noEmit: true, types: [] });
const read = (name: string) =>
  moduleExports(program, join(folder, name), (file) => file.startsWith(folder) && !file.includes('foreign'));

test('a module that exports every type that it names has forgotten none', () => {
  expect(read('all.d.ts')).toEqual({ types: ['Circle', 'Unit'], forgotten: [] });
});

test('a type that an export names, in its own file or another, is forgotten', () => {
  expect(read('some.d.ts')).toEqual({
    types: ['Round', 'Square'],
    forgotten: ['Unit, needed by Circle', 'Shape, needed by Square', 'Options, needed by Square'],
  });
});
