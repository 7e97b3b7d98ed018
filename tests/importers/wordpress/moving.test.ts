import { describe, expect, test } from 'vitest';
import { png } from '../pictures.ts';
import { read } from '../reading.ts';

const item = (fields: Record<string, string>, more = '') =>
  `<item>${Object.entries({
    'wp:post_type': 'post',
    'wp:status': 'publish',
    'wp:post_date': '2026-01-22 10:00:00',
    ...fields,
  })
    .map(
      ([name, value]) =>
        `<${name}><![CDATA[${value.replaceAll(']]>', ']]]]><![CDATA[>')}]]></${name}>`,
    )
    .join('')}${more}</item>`;
const meta = (key: string, value: string) =>
  `<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value><![CDATA[${value}]]></wp:meta_value></wp:postmeta>`;
const term = (domain: string, id: string, name: string) =>
  `<category domain="${domain}" nicename="${id}"><![CDATA[${name}]]></category>`;
const site = (...items: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>${items.join('\n')}</channel></rss>`;
const host = 'https://old.example.org';
const post = (id: number, content: string, fields: Record<string, string> = {}, more = '') =>
  item(
    {
      title: `Запись ${id}`,
      link: `${host}/2026/01/${id}/`,
      guid: `g${id}`,
      'wp:post_id': String(id),
      'content:encoded': content,
      ...fields,
    },
    more,
  );
const file = (id: number, path: string, alt = '') =>
  item(
    {
      title: path,
      'wp:post_type': 'attachment',
      'wp:status': 'inherit',
      'wp:post_id': String(id),
      'wp:attachment_url': `${host}/wp-content/uploads/${path}`,
    },
    alt && meta('_wp_attachment_image_alt', alt),
  );
const told = (notes: ReadonlyArray<{ id: string; params: object }>) =>
  notes.map(({ id, params }) => [id, ...Object.values(params)].join(' '));

describe('a post in two languages is one announcement', () => {
  test.each([
    [
      'qTranslate',
      '[:kk]Көпір ашылды[:ru]Открыт мост[:]',
      '[:kk]<p>Көпір ашық.</p>[:ru]<p>Мост открыт.</p>[:]',
    ],
    [
      'its older form',
      '<!--:kk-->Көпір ашылды<!--:--><!--:ru-->Открыт мост<!--:-->',
      '<!--:kk-->Көпір ашық.<!--:--><!--:ru-->Мост открыт.<!--:-->',
    ],
    [
      'WPGlobus',
      '{:kz}Көпір ашылды{:}{:ru}Открыт мост{:}',
      '{:kz}Көпір ашық.{:}{:ru}Мост открыт.{:}',
    ],
    [
      'Russian first',
      '[:ru]Открыт мост[:kk]Көпір ашылды[:]',
      '[:ru]Мост открыт.[:kk]Көпір ашық.[:]',
    ],
  ])('%s', async (_, title, content) => {
    const { made } = await read({ 'x.xml': site(post(1, content, { title })) });
    expect(made).toHaveLength(1);
    expect(made[0]!.folder).toBe('announcements/2026/kopir-ashyldy');
    expect(made[0]!.announcement.facts.aliases).toEqual(['/2026/01/1/']);
    expect([...made[0]!.announcement.texts]).toEqual([
      ['kk', { fields: { title: 'Көпір ашылды' }, body: 'Көпір ашық.\n' }],
      ['ru', { fields: { title: 'Открыт мост' }, body: 'Мост открыт.\n' }],
    ]);
  });

  test('a language that the site does not speak is told of', async () => {
    const { made } = await read({
      'x.xml': site(
        post(1, '[:ru]Мост открыт.[:fr]Le pont est ouvert.[:]', { title: '[:ru]Мост[:fr]Pont[:]' }),
      ),
    });
    expect(made[0]!.locales).toEqual(['ru']);
    expect(told(made[0]!.notes)).toEqual(['field-left-out fr Pont']);
  });

  test('Polylang: a post for each', async () => {
    const { made } = await read({
      'x.xml': site(
        post(
          1,
          'Мост открыт.',
          { title: 'Открыт мост' },
          term('language', 'ru', 'Русский') + term('post_translations', 'pll_5', 'pll_5'),
        ),
        post(2, 'Другое. Да.', {}, term('language', 'ru', 'Русский')),
        post(
          3,
          'Көпір ашық.',
          { title: 'Көпір ашылды' },
          term('language', 'kk', 'Қазақша') + term('post_translations', 'pll_5', 'pll_5'),
        ),
      ),
    });
    expect(made.map(({ locales }) => locales)).toEqual([['kk', 'ru'], ['ru']]);
    expect(made[0]!.announcement.facts.aliases).toEqual(['/2026/01/3/', '/2026/01/1/']);
  });
});

test('what lies beside an export is used: pictures in full, galleries, the cover, documents', async () => {
  const { made, refused, body } = await read(
    {
      'x.xml': site(
        post(
          1,
          `<p>Мост.</p><p><img src="${host}/wp-content/uploads/2026/01/a-300x200.png" alt="Мост"></p>[gallery ids="11,12"]<p><a href="${host}/wp-content/uploads/2026/01/plan.pdf">План</a> и <a href="${host}/wp-content/uploads/2026/01/none.pdf">нет</a></p>`,
          { 'excerpt:encoded': 'Мост открыт.', 'wp:is_sticky': '1' },
          meta('_thumbnail_id', '13') +
            term('category', 'roads', 'Дороги') +
            term('post_tag', 'x', 'иное'),
        ),
        file(11, '2026/01/a.png', 'Мост'),
        file(12, '2026/01/b.png', 'Река'),
        file(13, '2026/01/c.png', 'Открытие'),
        file(14, '2026/01/unused.png'),
      ),
      'wp-content/uploads/2026/01/a.png': png(1),
      'wp-content/uploads/2026/01/a-300x200.png': png(2),
      'wp-content/uploads/2026/01/b.png': png(3),
      'wp-content/uploads/2026/01/c.png': png(4),
      'wp-content/uploads/2026/01/plan.pdf': '%PDF-1.4',
    },
    { content: { 'topics.yaml': 'roads:\n  label: {kk: Жолдар, ru: Дороги}\n' } },
  );
  const { facts, files, texts } = made[0]!.announcement;
  expect(body()).toBe(
    `Мост.\n\n![Мост](./a.png)\n\n![Мост](./a.png)\n\n![Река](./b.png)\n\n[План](./plan.pdf) и [нет](${host}/wp-content/uploads/2026/01/none.pdf)\n`,
  );
  expect([...files!.keys()]).toEqual(['plan.pdf', 'a.png', 'b.png', 'c.png']);
  expect(Buffer.from(files!.get('a.png')!).equals(png(1))).toBe(true);
  expect(facts).toMatchObject({ cover: 'c.png', topics: ['roads'] });
  expect(texts.get('ru')!.fields).toMatchObject({ summary: 'Мост открыт.', coverAlt: 'Открытие' });
  expect(told(made[0]!.notes)).toEqual([
    `old-link ${host}/wp-content/uploads/2026/01/none.pdf`,
    'was-pinned',
    'no-topic иное',
  ]);
  expect(refused.map(({ source }) => source)).toEqual(['x.xml: 2026/01/unused.png']);
});

test('links between posts lead to the new pages', async () => {
  const { body, notes } = await read({
    'x.xml': site(
      post(
        1,
        `<p><a href="${host}/2026/01/2/">раз</a> <a href="/2026/01/2/#a">два</a> <a href="${host}/?p=2">три</a> <a href="https://example.org/">чужая</a> <a href="${host}/about/">о нас</a></p>`,
      ),
      post(2, 'Другое. Да.'),
    ),
  });
  expect(body()).toBe(
    `[раз](/2026/01/2/) [два](/2026/01/2/#a) [три](/2026/01/2/) [чужая](https://example.org/) [о нас](${host}/about/)\n`,
  );
  expect(notes()).toEqual(['old-link']);
});

describe('short codes', () => {
  test.each<[string, string, string[]]>([
    [
      '[et_pb_section fb_built="1"][et_pb_text]<p>Слова.</p>[/et_pb_text][/et_pb_section]',
      'Слова.',
      [],
    ],
    [
      '[vc_row][vc_column width="1/2"][vc_column_text]Слова.[/vc_column_text][/vc_column][/vc_row]',
      'Слова.',
      [],
    ],
    ['До [table id=5 /] после', 'До после', ['shortcode-dropped table']],
    ['До [wpdm_package id="12"] после', 'До после', ['shortcode-dropped wpdm_package']],
    [
      '[su_button url="https://example.org/f"]Подать[/su_button]',
      '[Подать](https://example.org/f)',
      [],
    ],
    [
      '[video mp4="https://example.org/f.mp4"][/video]',
      '[https://example.org/f.mp4](https://example.org/f.mp4)',
      ['shortcode-dropped video'],
    ],
    ['[sic] и [см. приложение], [1]', '\\[sic] и \\[см. приложение], \\[1]', []],
    ['До<!-- wp:block {"ref":5} /--> после', 'До после', ['shortcode-dropped wp:block']],
    [
      '<!-- wp:gallery {"a":"b"} --><p>Слова.</p><!-- /wp:gallery --><!-- wp:separator /-->',
      'Слова.',
      [],
    ],
    [
      '<!-- wp:embed {"url":"https://example.org/v"} --><figure><div>\nhttps://example.org/v\n</div></figure><!-- /wp:embed -->',
      '[https://example.org/v](https://example.org/v)',
      [],
    ],
  ])('%s', async (content, wanted, notes) => {
    const { body, made } = await read({ 'x.xml': site(post(1, `Начало.\n\n${content}`)) });
    expect(body()).toBe(`Начало.\n\n${wanted}\n`);
    expect(told(made[0]!.notes)).toEqual(notes);
  });
});
