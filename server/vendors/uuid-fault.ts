const groupLengths = [8, 4, 4, 4, 12];

/**
 * Why a text is not a UUID, in the words of the framework of Open Wearables' server, which names the first fault: a
 * character, the number of groups, the length of a group, or the length of a text without groups.
 */
export function uuidFault(text: string): string {
  const at = [...text].findIndex((character) => !/[0-9a-f-]/i.test(character));
  if (at >= 0) return `invalid character: found \`${[...text][at]}\` at ${at + 1}`;
  if (!text.includes('-'))
    return `invalid length: expected length 32 for simple format, found ${text.length}`;
  const groups = text.split('-');
  if (groups.length !== groupLengths.length)
    return `invalid group count: expected ${groupLengths.length}, found ${groups.length}`;
  const wrong = groups.findIndex(({ length }, index) => length !== groupLengths[index]);
  return `invalid group length in group ${wrong}: expected ${groupLengths[wrong]}, found ${groups[wrong]?.length}`;
}
