import type fc from 'fast-check';
import { expectViewsToAgree } from './views.ts';
import type { World } from './world.ts';

/** One call of a sequence. */
export type Command = fc.AsyncCommand<object, World>;

/** Makes a call of a sequence. After it, the three lists of each user agree with the status table. */
export function command(title: string, run: (world: World) => Promise<unknown>): Command {
  return {
    check: () => true,
    async run(_model, world) {
      await run(world);
      await expectViewsToAgree(world);
    },
    toString: () => title,
  };
}

/** A value as the title of a command shows it. */
export function shown(value: unknown): string {
  return JSON.stringify(value) ?? 'nothing';
}
