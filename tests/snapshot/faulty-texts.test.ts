import { expect, test } from 'vitest';
import { createClock } from '#clock.ts';
import { Problems } from '#schema/problem.ts';
import { makeSnapshot } from '#snapshot/make-snapshot.ts';
import { inKazakh, inRussian, markdown, week, writeContent } from '../site/content.ts';

/** The ids of all problems of a content folder, by file and line. */
async function problemsOf(changes: Parameters<typeof writeContent>[0]): Promise<unknown> {
  try {
    await makeSnapshot({
      folder: writeContent(changes),
      clock: createClock(new Date('2026-02-01T00:00:00Z')),
    });
    return [];
  } catch (error) {
    if (!(error instanceof Problems)) throw error;
    return error.problems.map(({ id, file, line }) => `${file}:${line} ${id}`);
  }
}

const [kk, ru] = [`${week}/index.kk.md`, `${week}/index.ru.md`];
const text = (lines: string[], body: string) => markdown(lines, body);

test('faults in fields do not hide faults in bodies, of any language', async () =>
  expect(
    await problemsOf({
      ...inKazakh(),
      ...inRussian(),
      [kk]: text(['title: Апта'], 'Мәтін.\n\n# Бас'),
      [ru]: text(['title: Неделя', 'date: 2026-01-22', 'topcs: [a]'], '[x](../there)'),
    }),
  ).toEqual([`${kk}:6 heading-one`, `${ru}:4 unknown-field`, `${ru}:6 refused-link`]));

test('each fault is told once', async () =>
  expect(
    await problemsOf({
      ...inRussian(),
      [ru]: text(['title: Неделя', 'date: 2026-01-22'], '# Бас'),
    }),
  ).toEqual([`${ru}:5 heading-one`]));

test('a draft with a fault in its fields is not read further', async () =>
  expect(
    await problemsOf({
      ...inRussian(),
      [ru]: text(['title: Неделя', 'date: 2026-01-22', 'draft: true', 'topcs: [a]'], '# Бас'),
    }),
  ).toEqual([`${ru}:5 unknown-field`]));
