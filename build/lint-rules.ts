import {
  distinctEnums,
  noRecursion,
  patternOrFormat,
  plainPropertyNames,
  portablePattern,
  singleType,
  typedConst,
  unionIsOneOf,
} from './lint-portable-rules.ts';
import { closedObjects, draft7Keywords } from './lint-schema-rules.ts';
import { isObject, type Rule, type RuleContext } from './lint-visitor.ts';

/** The sources that a statement can have; a paragraph of each description closes with its own. */
const sources = ['page', 'public', 'decided'];

/** Everything that a contract states says where it comes from, to programs and, in the same word, to readers. */
const provenance: Rule = () => ({
  Operation: checkStatement,
  Parameter: checkStatement,
  Response: checkStatement,
  Header: checkStatement,
  SecurityScheme: checkStatement,
  NamedSchemas: checkStatements,
  SchemaProperties(properties, context) {
    if (!isBranch(context)) checkStatements(properties, context);
  },
});

function checkStatements(statements: object, context: RuleContext): void {
  for (const [name, statement] of Object.entries(statements)) {
    const bareReference =
      '$ref' in statement && !('description' in statement) && !('x-provenance' in statement);
    if (!bareReference) checkStatement(statement, context, name);
  }
}

function checkStatement(statement: object, { report, location }: RuleContext, name?: unknown): void {
  const source: unknown = Reflect.get(statement, 'x-provenance');
  const description = String(Reflect.get(statement, 'description') ?? '');
  const where = typeof name === 'string' ? location.child([name]) : location;
  if (typeof source !== 'string' || !sources.includes(source)) {
    report({ message: `Say in x-provenance where this comes from: ${sources.join(', ')}.`, location: where });
  } else if (!description.split('\n\n').some((paragraph) => paragraph.trimEnd().endsWith(`(${source})`))) {
    report({
      message: `Close a paragraph of the description with its source, (${source}).`,
      location: where,
    });
  }
}

/** In a branch of a condition, a schema restates properties that are described elsewhere. */
function isBranch({ location }: RuleContext): boolean {
  return /\/(?:if|then|else|not)\/properties$/.test(location.pointer);
}

/** Named examples only: a mock chooses among them by name, and pairs a parameter with the response of its name. */
const namedExamples: Rule = () => ({ MediaType: checkExamples, Parameter: checkExamples });

function checkExamples(node: object, { report, location }: RuleContext): void {
  if ('example' in node) {
    report({ message: 'Name the example: use `examples`.', location: location.child(['example']) });
  } else if (Object.keys(Reflect.get(node, 'examples') ?? {}).length === 0) {
    report({ message: 'Give at least one named example.', location });
  }
}

/** A response that asks the client to wait says how long. */
const retryAfter: Rule = () => ({
  Responses(responses, { report, location, resolve }) {
    for (const status of ['429', '503'].filter((status) => status in responses)) {
      const response = resolve(Reflect.get(responses, status)).node;
      const header = resolve(Reflect.get(Reflect.get(response, 'headers') ?? {}, 'Retry-After') ?? {}).node;
      if (Reflect.get(header, 'required') !== true) {
        report({
          message: `A ${status} requires the header Retry-After.`,
          location: location.child([status]),
        });
      }
    }
  },
});

/** Every operation documents how it succeeds: a redirect is a success too. */
const success: Rule = () => ({
  Responses(responses, { report, location }) {
    if (!Object.keys(responses).some((status) => /^[23]/.test(status))) {
      report({ message: 'Document at least one 2xx or 3xx.', location });
    }
  },
});

/** Every error has a body with a schema, so that no client has to guess. */
const errorBody: Rule = () => ({
  Responses(responses, { report, location, resolve }) {
    for (const [status, reference] of Object.entries(responses)) {
      if (!/^[45]/.test(status)) continue;
      const content: unknown = Reflect.get(resolve(reference).node, 'content');
      const types = isObject(content) ? Object.values(content) : [];
      if (types.length === 0 || types.some((type) => !('schema' in type))) {
        report({
          message: `A ${status} has a body, and its schema says which.`,
          location: location.child([status]),
        });
      }
    }
  },
});

/** The rules of this project, for Redocly. */
// biome-ignore lint/style/noDefaultExport: Redocly loads a plugin by its default export.
export default function contractRules() {
  return {
    id: 'contract',
    rules: {
      oas3: {
        provenance,
        'named-examples': namedExamples,
        success,
        'retry-after': retryAfter,
        'error-body': errorBody,
        'closed-objects': closedObjects,
        'draft-7-keywords': draft7Keywords,
        'single-type': singleType,
        'union-is-one-of': unionIsOneOf,
        'distinct-enums': distinctEnums,
        'plain-property-names': plainPropertyNames,
        'no-recursion': noRecursion,
        'typed-const': typedConst,
        'portable-pattern': portablePattern,
        'pattern-or-format': patternOrFormat,
      },
    },
  };
}
