import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createClock } from '#clock.ts';
import { makeSnapshot } from '#snapshot/make-snapshot.ts';
import { writeAssets } from '#build/write-assets.ts';
import { type Content, markdown, week, writeContent } from '../site/content.ts';
import { png } from '../importers/pictures.ts';

const ru = `${week}/index.ru.md`;
/** Its header is valid. Only decoding shows that the rest is missing. */
const damaged = Buffer.concat([png(1).subarray(0, 43), Buffer.alloc(40)]);

async function place(changes: Content) {
  const out = mkdtempSync(join(tmpdir(), 'jarshy-place-'));
  onTestFinished(() => rmSync(out, { recursive: true }));
  const folder = writeContent({
    [`${week}/bad.png`]: damaged,
    [`${week}/photo.png`]: png(2),
    ...changes,
  });
  const made = await makeSnapshot({
    folder,
    clock: createClock(new Date('2026-02-01T12:00:00+05:00')),
    preview: true,
  });
  return { out, ...(await writeAssets(made, folder, out)) };
}

const cover = (picture: string, ...more: string[]) =>
  markdown(
    ['title: X', 'date: 2026-01-22', `cover: ./${picture}`, 'coverAlt: x', ...more],
    `![x](./${picture})\n`,
  );

test('a picture of a draft that cannot be decoded is left out, and told', async () => {
  const { snapshot, unfinished, out } = await place({
    [ru]: cover('bad.png', 'draft: true', 'gallery:', '  - src: ./photo.png', '    alt: x'),
    [`${week}/index.kk.md`]: undefined,
  });
  expect(unfinished).toEqual([
    { id: 'picture-damaged', file: `${week}/bad.png`, params: { path: `${week}/bad.png` } },
  ]);
  const { cover: shown, gallery } = snapshot.byId.get('2026/road-week')!.texts.ru!;
  expect([shown, gallery.length, [...snapshot.pictures.keys()]]).toEqual([
    undefined,
    1,
    [`${week}/photo.png`],
  ]);
  expect(
    existsSync(join(out, '_images', snapshot.pictures.get(`${week}/photo.png`)!.fallback.name)),
  ).toBe(true);
});

test('of a text that comes out it stops', async () => {
  await expect(
    place({ [ru]: cover('bad.png'), [`${week}/index.kk.md`]: undefined }),
  ).rejects.toThrow('picture-damaged');
});
