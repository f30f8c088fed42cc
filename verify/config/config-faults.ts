import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { nearest } from '../plan/nearest.ts';
import { printable } from '../report/printable.ts';
import { configSchema } from './config-schema.ts';
import type { VerifyConfig } from './settings.ts';
import { isTextFormat, textFormats } from './text-formats.ts';

/** An error in a configuration. */
export interface ConfigFault {
  readonly path: readonly string[];
  /** Whether the error is about the last name of the path, or about the value there. */
  readonly at: 'key' | 'value';
  /** What is wrong and what to do. It contains no value from the file. */
  readonly message: string;
}

let compiled: ValidateFunction<VerifyConfig> | undefined;

/** Compiles the schema at its first use: most runs have no configuration. */
function validator(): ValidateFunction<VerifyConfig> {
  if (compiled !== undefined) return compiled;
  const ajv = new Ajv({ allErrors: true, verbose: true });
  for (const [name, faultOf] of Object.entries(textFormats)) {
    ajv.addFormat(name, { type: 'string', validate: (text: string) => faultOf(text) === null });
  }
  compiled = ajv.compile<VerifyConfig>(configSchema());
  return compiled;
}

export function isVerifyConfig(config: unknown): config is VerifyConfig {
  return validator()(config);
}

/** Returns all errors in a configuration; empty if it is valid. */
export function configFaults(config: unknown): readonly ConfigFault[] {
  const validate = validator();
  if (validate(config)) return [];
  return (validate.errors ?? []).flatMap(faultOf);
}

const isSecretName = /key|token|secret|passw|credential|authorization|bearer/i;

function faultOf({
  keyword,
  instancePath,
  params,
  parentSchema,
  data,
  propertyName,
}: ErrorObject): ConfigFault[] {
  const path = instancePath.split('/').slice(1).map(unescaped);
  const value = (message: string): ConfigFault[] => [{ path, at: 'value', message }];
  switch (keyword) {
    case 'additionalProperties': {
      const name = String(params.additionalProperty);
      return [
        {
          path: [...path, name],
          at: 'key',
          message: unknownName(name, Object.keys(parentSchema?.properties ?? {})),
        },
      ];
    }
    case 'required':
      return value(`\`${params.missingProperty}\` is missing. Add it.`);
    case 'type':
      return value(
        `Expected ${kinds[String(params.type)] ?? params.type}, got ${kindOf(data)}.${hintOf(params.type, data)}`,
      );
    case 'enum':
      if (propertyName !== undefined) {
        const message = unknownName(propertyName, params.allowedValues);
        return [{ path: [...path, propertyName], at: 'key', message }];
      }
      return value(`Use ${list(params.allowedValues)}, or leave it out.`);
    case 'format': {
      const format = String(params.format);
      const fault = isTextFormat(format) ? textFormats[format](String(data)) : null;
      const message = fault ?? `It is not a valid ${format}.`;
      return propertyName === undefined
        ? value(message)
        : [{ path: [...path, propertyName], at: 'key', message }];
    }
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
      return value(`It must be ${comparisons[params.comparison] ?? params.comparison} ${params.limit}.`);
    case 'minLength':
    case 'minItems':
    case 'minProperties':
      return value('It is empty. Fill it in, or leave it out.');
    case 'maxLength':
      return value(`It is longer than ${params.limit} characters. Shorten it.`);
    case 'propertyNames':
    case 'if':
      // The error about the name or the value itself is reported instead.
      return [];
    default:
      return value(`It breaks the rule ${keyword}.`);
  }
}

function unknownName(name: string, known: readonly string[]): string {
  if (isSecretName.test(name)) {
    return 'This file must not contain keys. Set them in the environment, such as JUNCTION_API_KEY, or in the file of --key-file.';
  }
  const [near] = nearest(name, known);
  const advice = near === undefined ? `Use one of ${list(known)}.` : `Did you mean \`${near}\`?`;
  return `Unknown name \`${printable(name, 40)}\`. ${advice}`;
}

const kinds: Readonly<Record<string, string>> = {
  object: 'a mapping',
  array: 'a list',
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
};

const comparisons: Readonly<Record<string, string>> = { '>=': 'at least', '<=': 'at most', '>': 'more than' };

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'an empty value';
  if (Array.isArray(value)) return 'a list';
  return kinds[typeof value] ?? typeof value;
}

function hintOf(expected: unknown, value: unknown): string {
  const isUnquoted = typeof value === 'number' || typeof value === 'boolean';
  return expected === 'string' && isUnquoted ? ' Put it in quotes.' : '';
}

function list(words: readonly unknown[]): string {
  return words.map((word) => `\`${word}\``).join(', ');
}

function unescaped(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}
