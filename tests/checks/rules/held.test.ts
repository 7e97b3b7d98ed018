import { createHash } from 'node:crypto';
import { stripVTControlCharacters } from 'node:util';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { noticeAddress } from '#site/removed-address.ts';
import { held } from '#checks/rules/held.ts';
import {
  checkReport,
  writeFindingsGithub,
  writeFindingsJson,
  writeFindingsText,
} from '#cli/terminal/findings-report.ts';
import { sayIn } from '#messages/messages.ts';
import { markdown } from '../../site/content.ts';
import { findingsIn } from '../finished-site.ts';

const title = 'Тайный указ о награждении';
const sentence =
  'Двенадцатого марта в ратуше вручат ордена трём отважным пожарным, имена которых пока хранятся в секрете.';
const folder = 'announcements/2026/secret-decree';
const russian = `${folder}/index.ru.md`;
const kazakh = `${folder}/index.kk.md`;
const portraitFile = 'people/laureate.jpg';
const person = 'people/z-laureatova.yaml';

let photo: Buffer;
let portrait: Buffer;
let shown: Buffer;
const picture = (red: number) =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: { r: red, g: 20, b: 90 } } })
    .jpeg()
    .toBuffer();
beforeAll(async () => {
  [photo, portrait, shown] = await Promise.all([picture(10), picture(120), picture(250)]);
});
const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex').slice(0, 20);

const document = `Список награждённых ${'x'.repeat(200)}`;
const content = () => ({
  [russian]: markdown(
    [
      `title: ${title}`,
      'date: 2026-03-12',
      'people: [z-laureatova]',
      'cover: ./photo.jpg',
      'coverAlt: Ордена лежат на бархатной подушке',
      'coverCredit: Снимок Зауре Тайной',
      'attachments: [{ file: ./list.txt, title: Список награждённых }]',
      'topics: [safety]',
    ],
    `\n${sentence} Подробности\nпозже.\n\nПодробности на странице департамента полиции города.\n`,
  ),
  [kazakh]: markdown(
    [
      'title: Марапаттау туралы құпия жарлық',
      'coverAlt: Барқыт жастықтағы ордендер',
      'attachments: [{ title: Марапатталғандар }]',
    ],
    'Он екінші наурызда ратушада үш батыл өртсөндірушіге орден тапсырылады.\n',
  ),
  [`${folder}/photo.jpg`]: photo,
  [`${folder}/list.txt`]: document,
  [person]:
    'name: { kk: Зәуре Лауреатова, ru: Зауре Лауреатова }\nrole: { kk: Өрт сөндіруші, ru: Пожарная }\nportrait: ./laureate.jpg\nportraitAlt: { kk: Портрет, ru: Портрет }\n',
  [portraitFile]: portrait,
  'announcements/2026/road-week/road.jpg': shown,
  'announcements/2026/road-week/index.ru.md': markdown(
    ['title: Неделя дорог', 'date: 2026-01-22', 'cover: ./road.jpg', 'coverAlt: Дорога'],
    'Подробности на странице департамента полиции города.\n\n12 марта 2026 года в 10:00.\n',
  ),
  'announcements/2026/road-week/index.kk.md': markdown(['title: Жол апталығы', 'coverAlt: Жол']),
});
const page = (inside: string) =>
  `<!doctype html><html lang="ru"><head><title>Сайт</title></head><body>${inside}</body></html>`;
const leaks = async (
  output: Record<string, string | Uint8Array>,
  pictures?: Record<string, string>,
) =>
  (await findingsIn([held], content(), output, pictures)).map(({ file, line }) =>
    line === undefined ? file : `${file}:${line}`,
  );

describe('each way to leak', () => {
  test.each<[way: string, output: () => Record<string, string | Uint8Array>, place: string]>([
    [
      'a page: a sentence, with marks in it',
      () => ({
        'ru/x/index.html': page(
          `<p>${sentence.replace('ордена', '<strong>ордена</strong>').replace(', имена', ',\n имена')}</p>`,
        ),
      }),
      `${russian}:12`,
    ],
    [
      'a page: forty characters of a sentence',
      () => ({ 'ru/x/index.html': page(`<p>${sentence.slice(30, 72)}</p>`) }),
      `${russian}:12`,
    ],
    [
      'a page: a short title',
      () => ({ 'ru/x/index.html': page(`<h1>${title}</h1>`) }),
      `${russian}:2`,
    ],
    [
      'a list, in the other language',
      () => ({
        'kk/index.html': page('<li><a href="/x/">Марапаттау туралы құпия жарлық</a></li>'),
      }),
      `${kazakh}:2`,
    ],
    [
      'a feed: HTML in XML, escaped twice',
      () => ({
        'ru/rss.xml': `<rss><description>&lt;p&gt;${sentence.replace('марта', '&lt;em&gt;марта&lt;/em&gt;').replace(',', '&amp;nbsp;,')}&lt;/p&gt;</description></rss>`,
      }),
      `${russian}:12`,
    ],
    [
      'a fragment of the search index, packed',
      () => ({
        '_search/ru/fragment/x.pf_fragment': gzipSync(
          `pagefind_dcd${JSON.stringify({ content: `Сайт\n${sentence}` })}`,
        ),
      }),
      `${russian}:12`,
    ],
    [
      'the words of the search',
      () => ({ '_search/ru/words/3.txt': 'дорог\nлауреатов\nнедел' }),
      `${person}:1`,
    ],
    [
      'the sitemap: an address',
      () => ({
        'sitemap.xml':
          '<urlset><url><loc>https://press.example.org/ru/news/2026/secret-decree/</loc></url></urlset>',
      }),
      `${kazakh}:1`,
    ],
    [
      'JSON, its letters as numbers',
      () => ({
        'api/x.json': JSON.stringify({ title }).replaceAll(
          /[^\u0000-\u007f]/gu,
          (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
        ),
      }),
      `${russian}:2`,
    ],
    [
      'a calendar: folded lines',
      () => ({
        'ru/calendar.ics': `BEGIN:VEVENT\r\nSUMMARY:${title.slice(0, 10)}\r\n ${title.slice(10)}\r\nEND:VEVENT`,
      }),
      `${russian}:2`,
    ],
    [
      'an alternative text',
      () => ({
        'ru/x/index.html': page('<img src="/a.jpg" alt="Ордена лежат на бархатной подушке">'),
      }),
      `${russian}:6`,
    ],
    [
      'an address in percents',
      () => ({ 'ru/x/index.html': page(`<a href="/?q=${encodeURIComponent(title)}">x</a>`) }),
      `${russian}:2`,
    ],
    [
      'the bytes of an attachment, under another name',
      () => ({ '_files/0a1b.bin': document }),
      `${folder}/list.txt`,
    ],
    [
      'an attachment in an archive',
      () => ({ 'ru/news/all.zip': zipSync({ 'a.txt': Buffer.from(document) }) }),
      `${folder}/list.txt`,
    ],
    ['a picture as it is', () => ({ '_astro/photo.Ab3.jpg': photo }), `${folder}/photo.jpg`],
    [
      'a picture in another size',
      () => ({ [`_images/${digest(photo)}-480.webp`]: 'RIFF other bytes' }),
      `${folder}/photo.jpg`,
    ],
    [
      'the portrait of a person whom only what is held names',
      () => ({ [`_images/${digest(portrait)}-480.webp`]: 'RIFF other bytes' }),
      portraitFile,
    ],
    [
      'the name of that person',
      () => ({ 'ru/people/index.html': page('<li>Зауре Лауреатова</li>') }),
      `${person}:1`,
    ],
    [
      'a source map',
      () => ({
        '_astro/page.js.map': JSON.stringify({ sourcesContent: [`const a = "${sentence}";`] }),
      }),
      `${russian}:12`,
    ],
    [
      'a page that gzip has packed',
      () => ({ 'ru/x/index.html.gz': gzipSync(page(`<h1>${title}</h1>`)) }),
      `${russian}:2`,
    ],
    [
      'a page that brotli has packed',
      () => ({ 'ru/x/index.html.br': brotliCompressSync(page(`<h1>${title}</h1>`)) }),
      `${russian}:2`,
    ],
  ])('%s', async (_way, output, place) => expect(await leaks(output())).toContain(place));

  test('a picture whose source only the manifest names', async () => {
    expect(
      await leaks({ 'ru/news/2026/x/social.jpg': 'other bytes' }, { 'social.jpg': digest(photo) }),
    ).toEqual([`${folder}/photo.jpg`]);
  });

  test('what is removed is held too, but for its reason', async () => {
    const removed = {
      [russian]: markdown(
        [
          `title: ${title}`,
          'date: 2026-01-12',
          'removedOn: 2026-01-13',
          'removedReason: В тексте стояли личные данные двух граждан.',
        ],
        sentence,
      ),
      [kazakh]: undefined,
    };
    const found = await findingsIn([held], removed, {
      'a/index.html': page(
        `В тексте стояли личные данные двух граждан. <a href="${noticeAddress('ru', '/ru/news/2026/secret-decree/')}">x</a>`,
      ),
      'b/index.html': page(sentence),
    });
    expect(found.map(({ file, line }) => `${file}:${line}`)).toEqual([`${russian}:7`]);
    const named = await findingsIn([held], removed, {
      'c/index.html': page('<a href="/ru/news/2026/secret-decree/">x</a>'),
    });
    expect(named.map(({ file }) => file)).toEqual([russian]);
  });

  test('one language that comes out later', async () => {
    const later = {
      [russian]: markdown([`title: ${title}`, 'date: 2026-01-12']),
      [kazakh]: markdown(['title: Марапаттау туралы құпия жарлық', 'appeared: 2026-03-01']),
    };
    expect(
      await findingsIn([held], later, { 'a.html': page(`${title} /ru/news/2026/secret-decree/`) }),
    ).toEqual([]);
    for (const leaked of [
      'Марапаттау туралы құпия жарлық',
      '<a href="/kk/news/2026/secret-decree/">',
    ]) {
      expect(
        (await findingsIn([held], later, { 'a.html': page(leaked) })).map(({ file }) => file),
      ).toEqual([kazakh]);
    }
  });
});

describe('no false alarm', () => {
  test.each<[what: string, output: () => Record<string, string | Uint8Array>]>([
    [
      'what a public text says too',
      () => ({
        'ru/index.html': page('<p>Подробности на странице департамента полиции города.</p>'),
      }),
    ],
    [
      'the interface, in whatever order',
      () => ({ 'ru/index.html': page('<nav>Қауіпсіздік Безопасность Дорожная полиция</nav>') }),
    ],
    ['a date', () => ({ 'ru/index.html': page('<time>12 марта 2026 г., 10:00</time>') })],
    ['a topic that it shares', () => ({ 'ru/topics/safety/index.html': page('safety') })],
    ['a picture of a public text', () => ({ [`_images/${digest(shown)}-480.webp`]: 'RIFF' })],
    [
      'words that begin like public ones',
      () => ({ '_search/ru/words/1.txt': 'подробн\nполици\nдорог' }),
    ],
    [
      'the name of a division beside the end of another word',
      () => ({
        'ru/index.html': page(
          '<p>Сегодня он</p><p>пришёл <span>вовремя</span> департамента полиции города</p>',
        ),
      }),
    ],
    [
      'parts of two elements, side by side',
      () => ({ 'ru/index.html': page('<li>Тайный указ</li><li>о награждении</li>') }),
    ],
  ])('%s', async (_what, output) => expect(await leaks(output())).toEqual([]));
});

test('the reports do not tell what they found', async () => {
  const found = await findingsIn([held], content(), {
    'ru/x/index.html': page(`<h1>${title}</h1><p>${sentence}</p>`),
    '_search/ru/words/3.txt': 'лауреатов',
  });
  expect(found.map(({ file }) => file).sort()).toEqual([russian, person]);
  const report = checkReport(found, { locale: 'ru', prefix: 'content/' });
  for (const written of [
    stripVTControlCharacters(
      writeFindingsText(report, { say: sayIn('ru'), locale: 'ru', all: false }),
    ),
    writeFindingsJson(report),
    writeFindingsGithub(report),
  ]) {
    expect(written).toContain('held');
    expect(written).toContain(russian);
    for (const secret of [
      ...title.split(' ').filter((word) => word.length > 4),
      'пожарным',
      'Лауреатова',
      'лауреатов',
      'ru/x/',
    ])
      expect(written.toLowerCase()).not.toContain(secret.toLowerCase());
  }
  expect(found.map(({ id }) => id)).toEqual(['held-leak', 'held-leak']);
});
