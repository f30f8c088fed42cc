import { type Command, Option } from 'commander';
import { type Vendor, vendors } from '../spec/vendors.ts';
import type { ReportRequest } from '../verify/report/parse-report-option.ts';
import {
  collected,
  idOf,
  integerOf,
  numberOf,
  parseApis,
  parseBaseUrl,
  parseHeader,
  parseReport,
  parseWords,
  workspaceOf,
} from './flag-parsers.ts';

/** What `verify` was called with. */
export interface VerifyFlags {
  readonly api?: readonly Vendor[];
  readonly baseUrl?: string;
  readonly user?: readonly string[];
  readonly emptyUser?: string;
  readonly unknownUser?: string;
  readonly soleUser?: string;
  readonly secondUser?: string;
  readonly workspace?: string;
  readonly secondWorkspace?: string;
  readonly keyFile?: string;
  readonly config?: string;
  readonly sandbox?: true;
  readonly intrusive?: true;
  readonly checks?: readonly string[];
  readonly excludeChecks?: readonly string[];
  readonly header?: readonly (readonly [string, string])[];
  readonly timeout?: number;
  readonly rateLimit?: number;
  readonly maxRequests?: number;
  readonly retries?: number;
  readonly seed?: number;
  readonly failOn?: 'warning';
  readonly allowInconclusive?: true;
  readonly strict?: true;
  readonly showValues?: true;
  readonly report?: readonly ReportRequest[];
  readonly verbose?: true;
  readonly listChecks?: true;
  readonly explain?: string;
}

const names = vendors.map(({ vendor }) => vendor).join(', ');

/** Gives a command the flags of `verify`. */
export function addVerifyFlags(command: Command): Command {
  return command
    .addOption(
      new Option('--api <names...>', `what to verify: ${names}, or all`).argParser(collected(parseApis)),
    )
    .addOption(
      new Option('--base-url <url>', 'where the APIs are; a path in it is kept').argParser(parseBaseUrl),
    )
    .addOption(
      new Option('--user <id...>', 'a user with data; the first is asked for most').argParser(
        collected((id) => [idOf('--user')(id)]),
      ),
    )
    .addOption(
      new Option('--empty-user <id>', 'a user who has connected nothing').argParser(idOf('--empty-user')),
    )
    .addOption(
      new Option(
        '--unknown-user <id>',
        'a user who does not exist; without it a UUID that nobody has',
      ).argParser(idOf('--unknown-user')),
    )
    .addOption(
      new Option('--sole-user <id>', 'a user whom the second tenant does not have').argParser(
        idOf('--sole-user'),
      ),
    )
    .addOption(new Option('--second-user <id>', "another tenant's user").argParser(idOf('--second-user')))
    .addOption(
      new Option('--workspace <id>', 'the workspace of the key').argParser(workspaceOf('--workspace')),
    )
    .addOption(
      new Option('--second-workspace <id>', "another tenant's workspace").argParser(
        workspaceOf('--second-workspace'),
      ),
    )
    .option('--key-file <file>', 'the keys in dotenv form; it wins over the environment')
    .option(
      '--config <file>',
      'all of this for several APIs, and what to expect of users, in YAML; flags win over it',
    )
    .option(
      '--sandbox',
      "fill everything in at this project's own server, by workspaces made for the run; --strict and --intrusive",
    )
    .option('--intrusive', 'send all checks also to a target that is not on loopback')
    .addOption(
      new Option('--checks <ids...>', 'run these only: ids or groups, * for any characters').argParser(
        collected(parseWords),
      ),
    )
    .addOption(new Option('--exclude-checks <ids...>', 'run all but these').argParser(collected(parseWords)))
    .addOption(
      new Option('--header <line...>', "send this too, as 'Name: value'").argParser(
        collected((line) => [parseHeader(line)]),
      ),
    )
    .addOption(
      new Option('--timeout <seconds>', 'how many seconds one answer may take (default: 10)').argParser(
        numberOf('--timeout', 0.01, 600),
      ),
    )
    .addOption(
      new Option(
        '--rate-limit <number>',
        'requests a second at most (default: 2 where not on loopback)',
      ).argParser(numberOf('--rate-limit', 0.01, 100_000)),
    )
    .addOption(
      new Option(
        '--max-requests <number>',
        'requests at most (default: 100 an API where not on loopback)',
      ).argParser(integerOf('--max-requests', 1, 1_000_000)),
    )
    .addOption(
      new Option('--retries <number>', 'how often a 429 or 503 is asked again (default: 2)').argParser(
        integerOf('--retries', 0, 10),
      ),
    )
    .addOption(
      new Option('--seed <number>', 'makes the generated input repeatable (default: 1)').argParser(
        integerOf('--seed', 0, 2_147_483_647),
      ),
    )
    .addOption(
      new Option('--fail-on <level>', 'with warning: warnings fail the run too').choices(['warning']),
    )
    .option('--allow-inconclusive', 'a run that could not judge is no failure')
    .option('--strict', "what is public or decided fails too, not only what the vendor's page says")
    .option('--show-values', 'do not mask names, mail addresses and external ids')
    .addOption(
      new Option('--report <format=file...>', 'write a report: json=, junit= or sarif= and a file').argParser(
        collected((value) => [parseReport(value)]),
      ),
    )
    .option('--verbose', 'tell every finding, and of each check its id, requests and time')
    .option('--list-checks', 'print the checks and end; asks nothing')
    .option('--explain <id>', 'print what a check is about and end; asks nothing');
}
