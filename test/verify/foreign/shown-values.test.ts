import { expect, test } from 'vitest';
import { correctSteps } from './correct-server.ts';
import { outcomesOf } from './outcomes-of.ts';
import { north } from './two-tenants.ts';

test('The secrets in a custom header are masked in findings, but not its words and numbers', async () => {
  const [outcome] = await outcomesOf({
    api: 'junction',
    checks: ['meaning.expected'],
    steps: {
      rows: (parsed, person) =>
        correctSteps
          .rows(parsed, person)
          .slice(0, 2)
          .map((row, index) => ({ ...row, slug: index === 0 ? 'garmin-2024' : 'session-4711' })),
    },
    target: { users: [{ id: north.people[0]?.uuid ?? '', expect: { slugs: ['garmin'] } }] },
    options: { headers: { 'X-Version': '2024', Cookie: 'theme=dark; sid=session-4711' } },
  });
  const shown = JSON.stringify(outcome);
  expect(shown).toContain('garmin-2024');
  expect(shown).not.toContain('session-4711');
});

test('A finding about expected items contains no personal data and no secrets', async () => {
  const [outcome] = await outcomesOf({
    api: 'junction',
    checks: ['meaning.expected'],
    steps: {
      rows: (parsed, person) =>
        correctSteps.rows(parsed, person).map((row, index) => ({
          ...row,
          slug: index === 0 ? 'ana@example.com' : `ya29.a0AfH6SMBx${index}`,
        })),
    },
    target: { users: [{ id: north.people[0]?.uuid ?? '', expect: { slugs: ['garmin'] } }] },
  });
  const shown = JSON.stringify(outcome);
  expect(shown).toContain('each slug: garmin');
  expect(shown).not.toMatch(/ana@|ya29/);
  expect(shown.length).toBeLessThan(3_000);
});
