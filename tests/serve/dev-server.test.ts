import { expect, test } from 'vitest';
import { inRussian, markdown, week, writeContent } from '../site/content.ts';
import { run } from '../sites/command.ts';

test('where the content cannot be shown, the preview says so and ends', async () => {
  const content = writeContent({
    ...inRussian(),
    [`${week}/index.ru.md`]: markdown(['title: Неделя', 'date: 2026-02-30']),
  });
  const { status, stderr } = await run(['dev', '--content', content, '--port', '0']);
  expect([status, stderr]).toEqual([1, expect.stringContaining('index.ru.md:')]);
});
