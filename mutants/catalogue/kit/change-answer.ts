import { type Answer, withJson } from '../../proxy/answer.ts';
import type { Call } from '../../proxy/call.ts';
import { type Json, type JsonObject, parseJson } from '../../proxy/json.ts';
import type { Mutant } from '../../proxy/mutant.ts';
import { itemsOf, withItemsOf } from './list-body.ts';

type Begin = Mutant['begin'];

/** Changes each answer with one of these statuses. The upstream server gets one request. */
export function onAnswer(
  statuses: number | readonly number[],
  change: (answer: Answer, call: Call) => Answer,
): Begin {
  const affected = typeof statuses === 'number' ? [statuses] : statuses;
  return () => async (call, ask) => {
    const answer = await ask(call);
    return affected.includes(answer.status) ? change(answer, call) : answer;
  };
}

/** The errors that a request for a list can cause. */
export const errorStatuses: readonly number[] = [400, 401, 404, 422];

/** Changes the JSON of each answer with one of these statuses. */
export function onJson(
  statuses: number | readonly number[],
  change: (json: Json, call: Call) => Json,
): Begin {
  return onAnswer(statuses, (answer, call) => withJson(answer, (json) => change(json, call)));
}

/** Changes the connections of every list that is not empty. */
export function onItems(change: (items: readonly JsonObject[], call: Call) => Json): Begin {
  return onAnswer(200, (answer, call) => withChangedItems(answer, call, (items) => change(items, call)));
}

/** Changes one connection, or each, of every list that is not empty. */
export function onItem(
  which: 'first' | 'last' | 'each',
  change: (item: JsonObject, call: Call) => Json,
): Begin {
  return onItems((items, call) =>
    items.map((item, index) => {
      const affected = which === 'each' || index === (which === 'first' ? 0 : items.length - 1);
      return affected ? change(item, call) : item;
    }),
  );
}

/** The same answer with other connections; unchanged if its list is empty or nothing is changed. */
export function withChangedItems(
  answer: Answer,
  call: Call,
  change: (items: readonly JsonObject[]) => Json,
): Answer {
  return withJson(answer, (json) => {
    const items = itemsOf(call, json);
    if (items === null || items.length === 0) return json;
    const changed = change(items);
    const isSame =
      Array.isArray(changed) &&
      changed.length === items.length &&
      changed.every((item, index) => item === items[index]);
    return isSame ? json : withItemsOf(call, json, changed);
  });
}

/** Sets fields of a connection, if it has them. */
export function setFields(fields: JsonObject): (item: JsonObject) => JsonObject {
  return (item) => ({
    ...item,
    ...Object.fromEntries(Object.entries(fields).filter(([name]) => name in item)),
  });
}

/** How many items an answer has; 0 for an error. */
export function itemCount(answer: Answer, call: Call): number {
  return answer.status === 200 ? (itemsOf(call, parseJson(answer.body))?.length ?? 0) : 0;
}
