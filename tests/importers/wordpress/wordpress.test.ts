import { expect, test } from 'vitest';
import { png } from '../pictures.ts';
import { read } from '../reading.ts';

const item = (fields: Record<string, string>) =>
  `<item>${Object.entries({ 'wp:post_type': 'post', 'wp:status': 'publish', ...fields })
    .map(
      ([name, value]) =>
        `<${name}><![CDATA[${value.replaceAll(']]>', ']]]]><![CDATA[>')}]]></${name}>`,
    )
    .join('')}</item>`;
const site = (...items: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<!-- generator="WordPress/6.8" -->\n<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Сайт</title>${items.join('\n')}</channel></rss>`;

test('posts of every kind that an export holds', async () => {
  const { made, refused, body, notes } = await read({
    'export.xml': site(
      item({
        title: 'Дороги &amp; мосты',
        link: 'https://old.example.org/2026/01/roads/',
        guid: 'https://old.example.org/?p=7',
        'wp:post_date': '2026-01-22 02:00:00',
        'wp:post_date_gmt': '2026-01-21 21:00:00',
        'content:encoded': `<!-- wp:paragraph -->\nПервый абзац\nс новой строки.\n\n<strong>Второй</strong> абзац [в скобках] и ]]> знаки.\n<!-- /wp:paragraph -->\n\n[caption id="attachment_9" align="alignleft" width="300"]<a href="https://old.example.org/p.jpg"><img src="uploads/p.jpg" alt="Мост через реку" /></a> Новый мост[/caption]\n\n[gallery ids="1,2"]\n\n<ul>\n<li>раз</li>\n<li>два</li>\n</ul>`,
      }),
      item({
        title: 'Черновик',
        'wp:status': 'draft',
        'wp:post_date': '2026-01-20 10:00:00',
        'wp:post_date_gmt': '0000-00-00 00:00:00',
        guid: 'g2',
        'content:encoded': 'Текст.',
      }),
      item({ title: 'Тайна', 'wp:status': 'private', 'content:encoded': 'Текст.' }),
      item({ title: 'Под паролем', 'wp:post_password': 'x', 'content:encoded': 'Текст.' }),
      item({ title: 'О сайте', 'wp:post_type': 'page', 'content:encoded': 'Текст.' }),
      item({ title: 'photo', 'wp:post_type': 'attachment' }),
      item({ title: 'Пусто', guid: 'g3', 'content:encoded': ' ' }),
    ),
    'uploads/p.jpg': png(1),
  });
  expect(made.map(({ title, folder, draft }) => [title, folder, draft])).toEqual([
    ['Дороги & мосты', 'announcements/2026/dorogi-mosty', true],
    ['Черновик', 'announcements/2026/chernovik', true],
  ]);
  expect(made[0]!.announcement.facts).toMatchObject({
    date: '2026-01-22T02:00:00+05:00',
    aliases: ['/2026/01/roads/'],
    origin: {
      kind: 'wordpress',
      id: 'https://old.example.org/?p=7',
      url: 'https://old.example.org/2026/01/roads/',
    },
  });
  expect(made[1]!.announcement.facts.date).toBe('2026-01-20');
  expect([notes(0), notes(1)]).toEqual([['shortcode-dropped'], []]);
  expect(refused.map(({ source, reason }) => [source, reason])).toEqual([
    ['export.xml: Тайна', 'not-public'],
    ['export.xml: Под паролем', 'not-public'],
    ['export.xml: О сайте', 'not-an-announcement'],
    ['export.xml: photo', 'not-an-announcement'],
    ['export.xml: Пусто', 'empty'],
  ]);
  expect(body()).toBe(`Первый абзац\\
с новой строки.

**Второй** абзац \\[в скобках] и ]]> знаки.

![Мост через реку](./p.png "Новый мост")

- раз
- два
`);
});

test.each([
  ['<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>\n' + site(), 'entities'],
  [site().replace('</rss>', ''), 'damaged'],
])('an export that must not be read: %#', async (xml, reason) => {
  expect(
    (
      await read({ 'x.xml': xml.replace('<rss', '<!-- http://wordpress.org/export/1.2/ --><rss') })
    ).refused.map((one) => one.reason),
  ).toEqual([reason]);
});
