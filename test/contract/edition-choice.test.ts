import { expect, test } from 'vitest';
import {
  choiceOfName,
  editionChoices,
  joinedName,
  parseEdition,
  withEdition,
} from '../../contract/edition-choice.ts';

test('each choice of editions has a joined document of its own, and the name leads back to the choice', () => {
  expect(editionChoices).toEqual([{}, { 'open-wearables': '0-6' }]);
  expect(editionChoices.map(joinedName)).toEqual(['vendors', 'vendors+open-wearables-0-6']);
  for (const choice of editionChoices) expect(choiceOfName(joinedName(choice))).toEqual(choice);
  expect(choiceOfName('anything-else')).toBeNull();
});

test.each(['0-6', 'open-wearables=0-6'])('%s is the edition 0-6 of Open Wearables', (text) => {
  expect(parseEdition(text)).toEqual({ vendor: 'open-wearables', edition: '0-6' });
});

test.each(['', '0.6', 'open-wearables', 'open-wearables=', 'junction=0-6', 'open-wearables=0-6=0-6'])(
  'the text %o is refused with the editions that exist',
  (text) => {
    expect(() => parseEdition(text)).toThrow('there is no such edition. Use open-wearables=0-6.');
  },
);

test('an edition is added to a choice once, and a second one of the same API is refused', () => {
  const choice = withEdition({}, '0-6');
  expect(choice).toEqual({ 'open-wearables': '0-6' });
  expect(withEdition(choice, 'open-wearables=0-6')).toEqual(choice);
  expect(() => withEdition({ 'open-wearables': '0-5' }, '0-6')).toThrow(
    'open-wearables has two editions. Choose one.',
  );
});
