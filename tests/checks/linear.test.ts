import { expect, test } from 'vitest';
import { rules } from '#checks/engine/all-rules.ts';
import { inKazakh, markdown, week } from '../site/content.ts';
import { findingsIn } from './finished-site.ts';

// 120 KB, below what a field or a text may hold, of signs at which a pattern may try again from each place.
test.each([
  ['(', 'text'],
  ['\nx', 'text'],
  [' ', 'title'],
  ['{', 'title'],
  ['«', 'title'],
])('%j repeated in a %s takes no long time', { timeout: 120_000 }, async (sign, place) => {
  const long = `a${sign.repeat(120_000 / sign.length)}b`;
  const title = `title: ${JSON.stringify(place === 'title' ? long : 'Неделя дорог')}`;
  const content = {
    ...inKazakh('date: 2026-01-22'),
    [`${week}/index.ru.md`]: markdown(
      [title, 'date: 2026-01-22', ...(place === 'title' ? [] : ['draft: true'])],
      place === 'title' ? 'Текст.\n' : `${long}\n`,
    ),
  };
  const before = process.cpuUsage();
  await findingsIn(rules, content, {});
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1e6).toBeLessThan(5);
});
