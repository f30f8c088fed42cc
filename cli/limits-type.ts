import { ExplainedError } from '../contract/explained-error.ts';
import { highestLimit, type Limits, limitNames } from '../server/model/limits.ts';
import type { FlagType } from '../verify/config/value-types.ts';

/** Limits as `name=number`, separated by commas. */
export const limitsType: FlagType<Partial<Limits>> = {
  read(text, before) {
    const limits = text.split(',').map((part) => {
      const [, given, digits] = /^\s*([A-Za-z]+)\s*=\s*(\d{1,10})\s*$/.exec(part) ?? [];
      const name = limitNames.find((one) => one === given);
      const value = Number(digits);
      if (name === undefined || !(value >= 1 && value <= highestLimit))
        throw new ExplainedError(
          `it must be name=number, with a number from 1 to ${highestLimit} and one of the names ${limitNames.join(', ')}.`,
        );
      return [name, value] as const;
    });
    return { ...before, ...Object.fromEntries(limits) };
  },
};
