import { dereference, type OpenApiDocument } from '../../../contract/openapi-document.ts';
import type { DocumentedResponse } from '../../../contract/operation.ts';
import { bodyFaultKinds } from '../../session/body-fault.ts';
import { bodySchemaOf } from '../../session/body-validator.ts';
import { listingOf } from '../../session/listing.ts';
import { asksFor } from '../../session/probe.ts';
import type { Check } from '../kit/check.ts';
import type { PlanContext } from '../kit/define-check.ts';
import { completeAnswers, observerCheck } from '../kit/observer.ts';
import { bodyRules } from './body-rules.ts';
import { faultViolation } from './fault-violation.ts';

/** One check for each kind of fault that the schema of a successful body can detect. */
export function bodyChecks(context: PlanContext, response: DocumentedResponse): Check[] {
  const { contract, operation, rules } = context;
  const bodySchema = bodySchemaOf(response);
  if (bodySchema === null) return [];
  const keywords = keywordsOf(contract.document, { $ref: bodySchema });
  const rule = contract.locationOf(bodySchema);
  return bodyFaultKinds.flatMap((kind) => {
    const bodyRule = bodyRules[kind];
    if (bodyRule === null || !bodyRule.keywords.some((keyword) => keywords.has(keyword))) return [];
    return observerCheck(context, {
      group: 'shape',
      name: `${response.status}.${kind}`,
      title: bodyRule.title,
      rule,
      // The finding of a bound that the page states has the source of that bound.
      provenance: kind === 'undocumented-fields' || kind === 'bounds' ? 'decided' : response.provenance,
      ...(kind === 'open-enums' ? { severity: 'warning' } : {}),
      why: bodyRule.why,
      fix: bodyRule.fix,
      observe: completeAnswers((answer, exchange, probe, session) => {
        if (answer.status !== response.status || session.json(exchange)?.ok !== true) return null;
        if (!asksFor(operation, probe)) return null;
        const faults = session.bodyFaults(exchange, operation).filter((fault) => fault.kind === kind);
        // An empty list proves nothing about its items.
        const isBare = rules !== null && (listingOf(session, exchange, probe)?.items.length ?? 0) === 0;
        if (faults.length === 0 && isBare) return null;
        return faults.map((fault) => faultViolation(session, fault, probe));
      }),
    });
  });
}

/** Each keyword and each format in a schema and in the schemas that it references. */
function keywordsOf(document: OpenApiDocument, schema: object, seen = new Set<string>()): Set<string> {
  const found = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('$ref' in node && typeof node.$ref === 'string') {
      if (seen.has(node.$ref)) return;
      seen.add(node.$ref);
      visit(dereference<object>(document, { $ref: node.$ref }));
      return;
    }
    for (const [keyword, value] of Object.entries(node)) {
      found.add(keyword);
      if (keyword === 'format') found.add(String(value));
      visit(value);
    }
  };
  visit(schema);
  return found;
}
