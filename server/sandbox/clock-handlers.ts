import type { components } from '../../generated/sandbox.ts';
import { type InputFault, ProblemError } from '../api/problem.ts';
import type { Instant } from '../model/instant.ts';
import { lastInstant, plus } from '../model/workspace-clock.ts';
import type { ClockReading } from '../store/change-workspace.ts';
import type { SandboxHandlers } from './sandbox-handlers.ts';

type Advance = components['schemas']['SandboxClockAdvance'];
type WireClock = components['schemas']['SandboxClock'];

export const clockHandlers: SandboxHandlers<
  'getSandboxClock' | 'advanceSandboxClock' | 'freezeSandboxClock' | 'runSandboxClock'
> = {
  async getSandboxClock({ path }, { store }) {
    return answer(await store.clocks.read(path.workspace_id));
  },

  async advanceSandboxClock({ path, body }, { store }) {
    const move = await store.clocks.advance(path.workspace_id, targetOf(body));
    if (move?.kind === 'backwards') {
      const detail = 'The clock shows a later time. It only moves forward.';
      throw new ProblemError({ kind: 'conflict', detail });
    }
    return answer(move);
  },

  async freezeSandboxClock({ path }, { store }) {
    return answer(await store.clocks.freeze(path.workspace_id));
  },

  async runSandboxClock({ path }, { store }) {
    return answer(await store.clocks.run(path.workspace_id));
  },
};

function answer(reading: ClockReading | null): { readonly status: 200; readonly body: WireClock } {
  if (reading === null) throw new ProblemError({ kind: 'not-found', what: 'workspace' });
  const { clock, now } = reading;
  return { status: 200, body: { now, state: clock.frozenAt === null ? 'running' : 'frozen' } };
}

/** The time to which a clock moves, from the one that it shows; null if that is later. Throws if no clock can move so. */
function targetOf({ by, to }: Advance): (now: Instant) => Instant | null {
  if (to !== undefined) {
    const time = new Date(to);
    if (time.getTime() > Date.parse(lastInstant)) throw invalid('/to', `must not be after ${lastInstant}`);
    return (now) => (time.getTime() < Date.parse(now) ? null : time.toISOString());
  }
  const milliseconds = durationOf(by ?? '');
  if (milliseconds === 0) throw invalid('/by', 'must be longer than zero');
  return (now) => {
    if (Date.parse(now) + milliseconds > Date.parse(lastInstant))
      throw invalid('/by', `must not move the clock beyond ${lastInstant}`);
    return plus(now, milliseconds);
  };
}

/** The milliseconds of a duration that has the form of the contract. */
function durationOf(duration: string): number {
  const [, days, hours, minutes, seconds] =
    /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration) ?? [];
  const hoursInAll = Number(days ?? 0) * 24 + Number(hours ?? 0);
  return ((hoursInAll * 60 + Number(minutes ?? 0)) * 60 + Number(seconds ?? 0)) * 1000;
}

function invalid(name: string, message: string): ProblemError {
  const fault: InputFault = { in: 'body', name, message, code: 'semantic' };
  return new ProblemError({ kind: 'invalid', faults: [fault] });
}
