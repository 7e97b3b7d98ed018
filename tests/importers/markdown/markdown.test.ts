import { describe, expect, test } from 'vitest';
import { png } from '../pictures.ts';
import { read } from '../reading.ts';

const told = (notes: ReadonlyArray<{ id: string; params: object }>) =>
  notes.map(({ id, params }) => [id, ...Object.values(params)].join(' '));
const yaml = (fields: string, body = 'Начало.\n\nТекст.') => `---\n${fields}\n---\n${body}\n`;

describe('the files of each generator come in with their fields and pictures', () => {
  test('Hugo: TOML, a page bundle with its pictures, aliases', async () => {
    const { made, refused, body } = await read(
      {
        'content/posts/most/index.md':
          '+++\ntitle = "Открыт мост"\ndate = 2024-05-05T10:00:00+06:00\ndraft = false\nslug = "novyi-most"\naliases = ["/old/most/"]\ntags = ["дороги"]\nlastmod = 2024-05-06\n+++\nСегодня.[^a]\n\n{{< figure src="most.png" alt="Мост" caption="Вид" >}}\n\n{{< youtube abcdef12345 >}}\n\n{{< gallery dir="x" >}}\n\n[^a]: По данным акимата.\n',
        'content/posts/most/most.png': png(1),
        'content/posts/_index.md': '+++\ntitle = "Раздел"\n+++\n',
      },
      { content: { 'topics.yaml': 'roads:\n  label: {kk: Жолдар, ru: Дороги}\n' } },
    );
    expect(made[0]).toMatchObject({
      title: 'Открыт мост',
      folder: 'announcements/2024/novyi-most',
      announcement: {
        facts: { date: '2024-05-05T09:00:00+05:00', aliases: ['/old/most/'], topics: ['roads'] },
      },
    });
    expect(body()).toBe(
      'Сегодня.[^footnote-1]\n\n![Мост](./most.png "Вид")\n\n[https://www.youtube.com/watch?v=abcdef12345](https://www.youtube.com/watch?v=abcdef12345)\n\n[^footnote-1]: По данным акимата.\n',
    );
    expect(told(made[0]!.notes)).toEqual([
      'field-left-out lastmod "2024-05-06"',
      'template-code {{< gallery dir="x" >}}',
    ]);
    expect(refused.map(({ source, reason }) => [source, reason])).toEqual([
      ['content/posts/_index.md', 'not-an-announcement'],
    ]);
  });

  test('Jekyll: the day and the name of the file, pictures from the root of the site', async () => {
    const { made, body } = await read({
      '_posts/2024-05-05-old-post.md': yaml(
        'layout: post\ntitle: "Запись"\nredirect_from: /2013/x.html\nauthor: А. Тестов',
        'Текст с [ссылкой](https://example.org/){: .btn}.\n\n![Мост](/assets/most.png)\n\n{% include note.html %}\n\n```\n{% raw %}\n```',
      ),
      'assets/most.png': png(2),
    });
    expect(made[0]).toMatchObject({
      folder: 'announcements/2024/old-post',
      announcement: { facts: { date: '2024-05-05', aliases: ['/2013/x.html'] } },
    });
    expect(body()).toBe(
      'Текст с [ссылкой](https://example.org/).\n\n![Мост](./most.png)\n\n```\n{% raw %}\n```\n',
    );
    expect(told(made[0]!.notes)).toEqual([
      'field-left-out author А. Тестов',
      'template-code {% include note.html %}',
    ]);
  });

  test.each<[string, string, object, object?]>([
    [
      'Eleventy',
      yaml('title: Мост\ndate: 2024-05-05\npermalink: /most/\ntags: [posts]'),
      { aliases: ['/most/'], date: '2024-05-05' },
    ],
    [
      'Astro',
      yaml("title: 'Мост'\npubDate: 'May 05 2024'\ndescription: Кратко"),
      {},
      { summary: 'Кратко' },
    ],
    [
      'Decap',
      yaml('title: Мост\ndate: 2024-05-05T10:00:00.000Z\npublished: false'),
      { date: '2024-05-05T15:00:00+05:00' },
      { draft: true },
    ],
    [
      'the clocks of the site',
      yaml('title: Мост\ndate: 2024-05-05 10:00:00'),
      { date: '2024-05-05T10:00:00+05:00' },
    ],
    [
      'a zone by hours',
      yaml('title: Мост\ndate: 2024-05-05 10:00:00 +0600'),
      { date: '2024-05-05T09:00:00+05:00' },
    ],
    ['JSON', '{\n"title": "Мост",\n"date": "2024-05-05"\n}\nТекст. Да.', { date: '2024-05-05' }],
    ['none at all', '# Мост\n\n05.05.2024\n\nТекст.', { date: '2024-05-05' }],
  ])('%s', async (_, text, facts, fields = {}) => {
    const { made, refused } = await read({ 'a.md': text });
    expect(refused).toEqual([]);
    expect(made[0]!.title).toBe('Мост');
    expect(made[0]!.announcement.facts).toMatchObject(facts);
    expect([...made[0]!.announcement.texts.values()][0]!.fields).toMatchObject(fields);
  });

  test.each([
    ['by the name of the file', 'a/index.kk.md', 'a/index.ru.md', ''],
    ['by the folder', 'content/kk/news/a.md', 'content/ru/news/a.md', ''],
    ['by its field', 'a.md', undefined, 'lang: kk\n'],
  ])('languages: %s', async (_, kk, ru, field) => {
    const { made } = await read({
      [kk]: yaml(`title: Көпір\n${field}date: 2024-05-05`, 'Мәтін. Иә.'),
      ...(ru && { [ru]: yaml('title: Мост\ndate: 2024-05-05', 'Текст. Да.') }),
    });
    expect(made.map(({ locales }) => locales)).toEqual([ru ? ['kk', 'ru'] : ['kk']]);
  });

  test('what stands as HTML in it is read as such', async () => {
    const { body, made } = await read({
      'a.md': yaml(
        'title: Мост\ndate: 2024-05-05',
        '<p style="display:none">Тайна</p>\n\nТекст.\n\n<iframe src="https://www.youtube.com/embed/xyz"></iframe>',
      ),
    });
    expect(body()).not.toContain('Тайна');
    expect(body()).toContain('watch?v=xyz');
    expect(made[0]!.notes.map(({ id }) => id)).toEqual(['hidden-text', 'embed-as-link']);
  });

  test.each([
    '<!-- Тайна -->',
    '{% comment %}Тайна{% endcomment %}',
    '{# Тайна #}',
    '{{/* Тайна */}}',
    '{::comment}\nТайна\n{:/comment}',
    '%% Тайна %%',
  ])('what authors write for each other stays out: %s', async (comment) => {
    const { body, made } = await read({
      'a.md': yaml(
        'title: Мост\ndate: 2024-05-05',
        `Начало.\n\n${comment}\n\nКонец.\n\n<!--more-->`,
      ),
    });
    expect(body()).toBe('Начало.\n\nКонец.\n');
    expect(told(made[0]!.notes)).toEqual(['comments-dropped 1']);
  });

  test('fields that cannot be read', async () => {
    const { refused } = await read({
      'a.md': '---\ntitle: "x\n---\nТекст.',
      'b.md': '+++\ntitle = \n+++\nТекст.',
    });
    expect(
      refused.map(({ reason, params }) => [reason, (params as { detail?: string }).detail]),
    ).toEqual([
      ['damaged', 'front matter'],
      ['damaged', 'front matter'],
    ]);
  });
});
