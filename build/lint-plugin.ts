import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

/**
 * The lint rules of this project as one JavaScript file. Every program that reads `redocly.yaml` loads them, also on a
 * Node that cannot read TypeScript: `npx openapi-typescript` is one of them.
 */
export async function lintPlugin(): Promise<string> {
  const bundle = await rolldown({
    cwd: fileURLToPath(new URL('../', import.meta.url)),
    input: 'build/lint-rules.ts',
    onLog: (_, { message }) => {
      throw new Error(`Cannot bundle the lint rules: ${message}`);
    },
  });
  try {
    const { output } = await bundle.generate({ format: 'esm', minify: false });
    return output[0].code;
  } finally {
    await bundle.close();
  }
}
