import { expect, test } from 'vitest';
import { feeds } from '#checks/rules/feeds.ts';
import { links } from '#checks/rules/links.ts';
import { findingsIn } from '../finished-site.ts';
import { inKazakh, inRussian, week } from '../../site/content.ts';

const lost = 'https://press.example.org/ru/lost/';
const page = (link: string) => `<html lang="ru"><body><a href="${link}">план</a></body></html>`;
const feedNames = ['rss.xml', 'topics/safety/rss.xml', 'kinds/news/rss.xml'];

/** A feed in which an entry has a link. */
const feed = (name: string, link: string) => `<?xml version="1.0" encoding="utf-8"?>
<rss xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<atom:link rel="self" href="https://press.example.org/ru/${name}"/><language>ru</language>
<item><guid isPermaLink="false">x</guid><dc:language>ru</dc:language><pubDate>Thu, 22 Jan 2026 00:00:00 GMT</pubDate><atom:updated>2026-01-22T00:00:00Z</atom:updated><content:encoded>&lt;a href="${link}"&gt;</content:encoded></item>
</channel></rss>`;
const feedsWith = (link: string) =>
  Object.fromEntries(feedNames.map((name) => [`ru/${name}`, feed(name, link)]));

const text = (body: string) => ({
  ...inKazakh(),
  [`${week}/index.ru.md`]: String(inRussian()[`${week}/index.ru.md`]).replace('Текст.', body),
});

test('a wrong link is reported at its line, and not again for each feed and list that shows it', async () => {
  const found = await findingsIn([links, feeds], text('Слова.\n\n[план](/ru/lost/)'), {
    'ru/index.html': page(lost),
    'ru/news/2026/road-week/index.html': page('/ru/lost/'),
    ...feedsWith(lost),
  });
  expect(found.map(({ id, file, line }) => [id, file, line])).toEqual([
    ['broken-link', `${week}/index.ru.md`, 7],
  ]);
});

test('a wrong link of no text is reported once, where it shows first', async () => {
  const found = await findingsIn(
    [links, feeds],
    {},
    {
      'ru/archive/index.html': page('/ru/lost/'),
      'ru/index.html': page('/ru/lost/'),
      'ru/news/2026/road-week/index.html': page('/ru/lost/'),
    },
  );
  expect(found.map(({ id, file }) => [id, file])).toEqual([['broken-link', '/ru/archive/']]);
});

test('what is wrong only in feeds is reported once, whatever number of feeds has the entry', async () => {
  const found = await findingsIn([links, feeds], {}, feedsWith(lost));
  expect(found.map(({ id, file }) => [id, file])).toEqual([
    ['feed-address', expect.stringMatching(/^\/ru\/.*rss\.xml$/u)],
  ]);
});

test('two texts with the same wrong link are both named', async () => {
  const found = await findingsIn(
    [links, feeds],
    {
      ...text('[план](/ru/lost/)'),
      [`${week}/index.kk.md`]: '---\ntitle: Жол апталығы\n---\n[жоспар](/ru/lost/)\n',
    },
    {
      'kk/news/2026/road-week/index.html': page('/ru/lost/').replace('"ru"', '"kk"'),
      'ru/news/2026/road-week/index.html': page('/ru/lost/'),
      ...feedsWith(lost),
    },
  );
  expect(found.map(({ file, line }) => [file, line])).toEqual([
    [`${week}/index.kk.md`, 4],
    [`${week}/index.ru.md`, 5],
  ]);
});
