import { expect, test } from 'vitest';
import { createClock } from '#clock.ts';
import { makeEdition } from '#edition/make-edition.ts';
import { type Content, inKazakh, markdown, problem, week, writeContent } from '../site/content.ts';
import { png } from '../import/pictures.ts';

const ru = `${week}/index.ru.md`;
const body = '![](./photo.png)\n\n![](./none.png)\n\n[x](javascript:y)\n';
const fields = ['title: X', 'date: 2026-01-22', 'cover: ./photo.png', 'gallery:', '  - src: ./photo.png'];
const make = (changes: Content, preview: boolean) => makeEdition({ folder: writeContent({ ...inKazakh('coverAlt: x', 'gallery:', '  - alt: x'), [`${week}/photo.png`]: png(1), ...changes }), clock: createClock(new Date('2026-02-01T12:00:00+05:00')), preview });

const faults = [
  problem('refused-link', ru, 12, { address: 'javascript:y' }),
  problem('missing-picture-alt', ru, 8, { path: 'photo.png' }),
  problem('missing-picture', ru, 10, { path: 'none.png' }),
];

test('what is unfinished in a draft is told and stops nothing', async () => {
  const draft = { [ru]: markdown([...fields.slice(0, 2), 'draft: true', ...fields.slice(2)], body) };
  const { edition, unfinished } = await make(draft, true);
  expect(unfinished).toEqual([...faults.map((one) => ({ ...one, line: one.line! + 1 })), problem('missing-alt', ru, 5, { field: 'coverAlt' }), problem('missing-alt', ru, 7, { field: 'gallery.0.alt' })]);
  expect(edition.bodies.get(ru)!.html).toContain('<img');
  expect((await make(draft, false)).unfinished).toEqual([]);
});

test('the same in a text that comes out stops the build', async () => {
  const finished = { [ru]: markdown([...fields.slice(0, 3), 'coverAlt: x', ...fields.slice(3), '    alt: x'], body) };
  await expect(make(finished, false)).rejects.toMatchObject({ problems: expect.arrayContaining(faults.map((one) => ({ ...one, line: one.line! + 2 }))) });
});
