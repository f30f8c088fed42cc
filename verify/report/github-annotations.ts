import type { Vendor } from '../../spec/vendors.ts';
import { apiTitle } from '../results/api-title.ts';
import { causesOf } from '../results/causes-of.ts';
import type { Outcome } from '../results/outcome.ts';
import type { RunReport } from '../results/run-report.ts';
import { outcomeSentences } from './outcome-rows.ts';
import { printable } from './printable.ts';
import type { ReportContext } from './report-context.ts';
import { counted } from './tally.ts';

/** GitHub shows at most this many annotations of one kind per step. */
const limit = 10;

/**
 * Workflow commands for the checks that failed, could not be run or reported a warning. They point to the user's
 * configuration if there is one, and to the line of the API if it is in there. Empty if there are no such checks.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function githubAnnotations(report: RunReport, context: ReportContext = {}): string {
  const of = (...kinds: readonly Outcome['status'][]) =>
    report.outcomes.filter(({ status, isExplained }) => kinds.includes(status) && isExplained !== true);
  return [
    ...causesOf(report.outcomes).map(({ vendor, title, advice }) =>
      commandLine(
        'error',
        { ...placeOf(context, vendor), title: 'connections-contract' },
        `${printable(title)}\n${printable(advice)}`,
      ),
    ),
    ...annotations('error', of('failed', 'error'), context),
    ...annotations('warning', of('warning'), context),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

function annotations(
  command: 'error' | 'warning',
  outcomes: readonly Outcome[],
  context: ReportContext,
): readonly string[] {
  const shown = outcomes.length > limit ? outcomes.slice(0, limit - 1) : outcomes;
  const lines = shown.map((outcome) => {
    const { title, vendor, id, rule } = outcome.check;
    const message = [printable(title), ...outcomeSentences(outcome), `${id}, in ${rule}`].join('\n');
    const properties = { ...placeOf(context, vendor), title: `${apiTitle(outcome.check)} contract` };
    return commandLine(command, properties, message);
  });
  const omitted = outcomes.length - shown.length;
  if (omitted === 0) return lines;
  const rest = `${counted(omitted, 'more check')}: GitHub shows at most ${limit} annotations of one kind per step. The log has all.`;
  return [...lines, commandLine(command, { ...placeOf(context), title: 'connections-contract' }, rest)];
}

/** The configuration, and the line of an API in it. */
function placeOf({ configFile, apiLines }: ReportContext, vendor?: Vendor): Readonly<Record<string, string>> {
  if (configFile === undefined) return {};
  const line = vendor === undefined ? undefined : apiLines?.get(vendor);
  return {
    file: configFile.replaceAll('\\', '/'),
    ...(line === undefined ? {} : { line: String(line) }),
  };
}

function commandLine(command: string, properties: Readonly<Record<string, string>>, message: string): string {
  const pairs = Object.entries(properties).map(([name, value]) => `${name}=${escapedProperty(value)}`);
  return `::${command} ${pairs.join(',')}::${escapedData(message)}`;
}

function escapedData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
