import { expect, test } from 'vitest';
import { read } from './reading.ts';

const rss = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>X</title><link>https://old.example.org/</link><description>d</description>
<item><title>Жаңа &lt;b&gt;жол&lt;/b&gt; ашылды</title><link>https://old.example.org/kk/1</link><guid isPermaLink="false">id-1</guid><pubDate>Thu, 22 Jan 2026 10:00:00 +0500</pubDate><description>Қысқаша</description><content:encoded><![CDATA[<p>Қалада жаңа жол <b>ашылды</b>.</p><p><img src="https://old.example.org/1.jpg"></p>]]></content:encoded><enclosure url="https://old.example.org/1.pdf" type="application/pdf" length="9"/></item>
<item><title>Без даты</title><guid>id-2</guid><description>&lt;p&gt;Кратко о &lt;i&gt;главном&lt;/i&gt;&lt;/p&gt;</description></item></channel></rss>`;
const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>X</title><id>urn:x</id><updated>2026-01-22T00:00:00Z</updated>
<entry><title>Просто текст</title><id>urn:1</id><link href="https://old.example.org/a"/><updated>2026-01-23T00:00:00Z</updated><published>2026-01-21T20:00:00Z</published><content type="text">Один &lt; два</content></entry>
<entry><title>Разметка</title><id>urn:2</id><updated>2026-01-22T00:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Текст <b>жирный</b></p></div></content></entry></feed>`;
const json = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'X',
  items: [
    {
      id: '1',
      url: 'https://old.example.org/j',
      title: 'Из JSON',
      content_html: '<p>Да</p>',
      date_published: '2026-01-22T00:00:00+05:00',
    },
  ],
});

test('RSS, Atom and JSON Feed', async () => {
  const { made, refused, body, notes } = await read({
    'a.atom': atom,
    'b.json': json,
    'c.rss': rss,
    'd.xml': '<rss><channel>',
    'e.xml': '<svg/>',
  });
  expect(
    made.map(({ title, locales: [locale], announcement: { facts } }) => [
      title,
      locale,
      facts.date,
      facts.origin!.id,
      facts.aliases,
    ]),
  ).toEqual([
    ['Просто текст', 'ru', '2026-01-22T01:00:00+05:00', 'urn:1', ['/a']],
    ['Разметка', 'ru', '2026-01-22T05:00:00+05:00', 'urn:2', []],
    ['Из JSON', 'ru', '2026-01-22T00:00:00+05:00', '1', ['/j']],
    ['Жаңа жол ашылды', 'kk', '2026-01-22T10:00:00+05:00', 'id-1', ['/kk/1']],
    ['Без даты', 'ru', '2026-02-01', 'id-2', []],
  ]);
  expect(made.map((_, index) => body(index))).toEqual([
    'Один < два\n',
    'Текст **жирный**\n',
    'Да\n',
    'Қалада жаңа жол **ашылды**.\n',
    'Кратко о _главном_\n',
  ]);
  expect(made.map((_, index) => notes(index))).toEqual([
    [],
    [],
    [],
    ['file-left-out', 'picture-elsewhere'],
    ['no-date'],
  ]);
  expect(refused.map(({ source, reason }) => [source, reason])).toEqual([
    ['d.xml', 'damaged'],
    ['e.xml', 'unknown-format'],
  ]);
});
