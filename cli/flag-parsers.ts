import { ExplainedError } from '../contract/explained-error.ts';
import { type Vendor, vendors } from '../spec/vendors.ts';
import { baseUrlFault } from '../verify/config/base-url-fault.ts';
import { headerNameFault, headerValueFault } from '../verify/config/header-fault.ts';
import { parseReportOption, type ReportRequest } from '../verify/report/parse-report-option.ts';

/** A flag that may be given again: what it is given adds up, each thing once. */
export function collected<Value>(
  parse: (text: string) => readonly Value[],
): (text: string, previous: readonly Value[] | undefined) => readonly Value[] {
  return (text, previous = []) => [...new Set([...previous, ...parse(text)])];
}

/** Names of APIs, separated by commas, or `all`. */
export function parseApis(text: string): readonly Vendor[] {
  return parseWords(text).flatMap((word) => {
    const found = vendors.filter(({ vendor }) => word === 'all' || word === vendor);
    if (found.length > 0) return found.map(({ vendor }) => vendor);
    throw refused('--api', `it is one of ${vendors.map(({ vendor }) => vendor).join(', ')}, or all.`);
  });
}

/** Words separated by commas. */
export function parseWords(text: string): readonly string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

export function parseBaseUrl(text: string): string {
  return accepted('--base-url', text, baseUrlFault(text));
}

/** Reads an id, the value of `flag`. */
export function idOf(flag: string): (text: string) => string {
  return (text) => accepted(flag, text, text === '' ? 'it is empty.' : null);
}

/** Reads the id of a workspace, which has to fit into a header. */
export function workspaceOf(flag: string): (text: string) => string {
  return (text) => accepted(flag, idOf(flag)(text), headerValueFault(text));
}

/** A header as `Name: value`. */
export function parseHeader(line: string): readonly [string, string] {
  const colon = line.indexOf(':');
  if (colon < 1) throw refused('--header', "it is given as 'Name: value'.");
  const [name, value] = [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
  return [
    accepted('--header', name, headerNameFault(name)),
    accepted('--header', value, headerValueFault(value)),
  ];
}

export function parseReport(text: string): ReportRequest {
  try {
    return parseReportOption(text);
  } catch (error) {
    throw refused('--report', error instanceof Error ? error.message : String(error));
  }
}

/** Reads a whole number in a range, the value of `flag`. */
export function integerOf(flag: string, least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    const isRight = /^\d{1,15}$/.test(text) && value >= least && value <= most;
    return accepted(flag, value, isRight ? null : `it is a whole number from ${least} to ${most}.`);
  };
}

/** Reads a number in a range, with or without decimals, the value of `flag`. */
export function numberOf(flag: string, least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    const isRight = /^\d{1,9}(?:\.\d+)?$/.test(text) && value >= least && value <= most;
    return accepted(flag, value, isRight ? null : `it is a number from ${least} to ${most}.`);
  };
}

/** What was read, where nothing is wrong with it. */
function accepted<Value>(flag: string, value: Value, fault: string | null): Value {
  if (fault !== null) throw refused(flag, fault);
  return value;
}

/** Not commander's own error, which repeats what was given: that may be a secret. */
function refused(flag: string, reason: string): ExplainedError {
  return new ExplainedError(`Cannot take ${flag}: ${reason}`);
}
