import type { Program } from './installed-programs.ts';
import type { Workshop } from './workshop.ts';

/** A tool of another language, and what has to hold of what it makes of a contract. Each is one file in `checks/`. */
export interface InteropCheck {
  /** The tool and its pinned version, as it is printed. */
  readonly title: string;
  /** The contracts that it is about; all of them by default. */
  readonly contracts?: readonly string[];
  /** Programs without which it is left out. */
  readonly needs: readonly Program[];
  /** Installs what all contracts need. Rejects if it cannot. */
  readonly prepare: (workshop: Workshop) => Promise<CheckContract>;
}

/** Checks one contract, by its name. Rejects with the reason if it fails; resolves with what was done. */
export type CheckContract = (contract: string) => Promise<string>;

/** How a check of one contract ended, and why. */
export interface InteropOutcome {
  readonly title: string;
  readonly contract: string;
  readonly status: 'passed' | 'failed' | 'left-out';
  readonly detail: string;
}
