import { expect, test } from 'vitest';
import { correctHabits } from './correct-server.ts';
import { outcomesOf } from './scene.ts';
import { north } from './two-tenants.ts';

test('A header of the user hides neither numbers nor words, and its secrets are hidden', async () => {
  const [outcome] = await outcomesOf({
    api: 'junction',
    checks: ['meaning.expected'],
    habits: {
      rows: (asked, person) =>
        correctHabits
          .rows(asked, person)
          .slice(0, 2)
          .map((row, index) => ({ ...row, slug: index === 0 ? 'garmin-2024' : 'session-4711' })),
    },
    target: { users: [{ id: north.people[0]?.uuid ?? '', expect: { slugs: ['garmin'] } }] },
    options: { headers: { 'X-Version': '2024', Cookie: 'theme=dark; sid=session-4711' } },
  });
  const told = JSON.stringify(outcome);
  expect(told).toContain('garmin-2024');
  expect(told).not.toContain('session-4711');
});

test('What is expected of a user is compared without telling what is personal or secret', async () => {
  const [outcome] = await outcomesOf({
    api: 'junction',
    checks: ['meaning.expected'],
    habits: {
      rows: (asked, person) =>
        correctHabits.rows(asked, person).map((row, index) => ({
          ...row,
          slug: index === 0 ? 'ana@example.com' : `ya29.a0AfH6SMBx${index}`,
        })),
    },
    target: { users: [{ id: north.people[0]?.uuid ?? '', expect: { slugs: ['garmin'] } }] },
  });
  const told = JSON.stringify(outcome);
  expect(told).toContain('each slug: garmin');
  expect(told).not.toMatch(/ana@|ya29/);
  expect(told.length).toBeLessThan(3_000);
});
