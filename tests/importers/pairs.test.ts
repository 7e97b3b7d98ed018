import { expect, test } from 'vitest';
import { announcementFiles } from '#authoring/write-announcement.ts';
import { docx, paragraph, picture, run } from './word/docx-file.ts';
import { png } from './pictures.ts';
import { read } from './reading.ts';

const letter = (title: string, words: string, shade: number, alt = 'Жол') =>
  docx({
    body: [
      paragraph(run(title)),
      paragraph(run('22.01.2026')),
      paragraph(run(words)),
      picture('rId8', alt),
    ].join(''),
    pictures: { rId8: png(shade) },
  });

test('a Word file for each language is one announcement, each picture once', async () => {
  const { made, refused } = await read({
    'letter.ru.docx': letter('Неделя дорог', 'Дорожная полиция и А. Омаров рады.', 1, 'Дорога'),
    'letter.kk.docx': letter('Жол апталығы', 'Жол полициясы жұмыс істеді.', 1),
    'Other.KK.docx': letter('Көпір ашылды', 'Көпір жаңа.', 2, 'Көпір'),
    'Other.RU.docx': letter('Открыт мост', 'Мост новый.', 3, 'Мост'),
  });
  expect(refused).toEqual([]);
  expect(
    made.map(({ source, folder, title, locales, draft }) => [
      source,
      folder,
      title,
      locales,
      draft,
    ]),
  ).toEqual([
    [
      'Other.KK.docx, Other.RU.docx',
      'announcements/2026/kopir-ashyldy',
      'Көпір ашылды',
      ['kk', 'ru'],
      false,
    ],
    [
      'letter.kk.docx, letter.ru.docx',
      'announcements/2026/zhol-aptalygy',
      'Жол апталығы',
      ['kk', 'ru'],
      false,
    ],
  ]);
  expect(made[1]!.announcement.facts).toMatchObject({
    date: '2026-01-22',
    people: ['a-omarov'],
    divisions: ['traffic'],
  });
  const files = [...announcementFiles(made[1]!.announcement)];
  expect(files.map(([name]) => name)).toEqual(['index.kk.md', 'index.ru.md', 'photo.png']);
  expect(String(files[0]![1])).toMatch(
    /^---\ntitle: Жол апталығы\ndate: 2026-01-22\n[\s\S]*\n---\n\nЖол полициясы жұмыс істеді\.\n\n!\[Жол\]\(\.\/photo\.png\)\n$/u,
  );
  expect(String(files[1]![1])).toBe(
    '---\ntitle: Неделя дорог\n---\n\nДорожная полиция и А. Омаров рады.\n\n![Дорога](./photo.png)\n',
  );
  // Two pictures of one name are two files.
  expect([...announcementFiles(made[0]!.announcement)].map(([name]) => name)).toEqual([
    'index.kk.md',
    'index.ru.md',
    'photo.png',
    'photo-2.png',
  ]);
  expect(made[0]!.announcement.texts.get('ru')!.body).toContain('![Мост](./photo-2.png)');
});

test('dates that differ are told of, and a note names the picture as it is called in the end', async () => {
  const { made } = await read({
    'a.kk.txt': '22.01.2026\nЖол апталығы өтті. Бәрі жақсы.',
    'a.ru.txt': '23.01.2026\nНеделя дорог прошла. Всё хорошо.',
  });
  expect(made.map(({ notes, announcement }) => [announcement.facts.date, notes])).toEqual([
    ['2026-01-22', [{ id: 'dates-differ', params: { date: '2026-01-22', other: '2026-01-23' } }]],
  ]);
  const pictures = await read({
    'b.kk.docx': letter('Жол', 'Жол.', 1),
    'b.ru.docx': letter('Дорога', 'Дорога.', 2, 'IMG_1.jpg'),
  });
  expect(pictures.made[0]!.notes).toEqual([
    { id: 'picture-without-alt', params: { name: 'photo-2.png' } },
  ]);
});

test('one of a pair that cannot be read leaves the other', async () => {
  const { made, refused } = await read({
    'a.kk.txt': '',
    'a.ru.txt': 'date 2026-01-22 Жол жабық. Иә.',
    'b.en.txt': 'date 2026-01-22 No language of the site. Yes.',
  });
  expect(made.map(({ source, locales }) => [source, locales])).toEqual([
    ['a.ru.txt', ['ru']],
    ['b.en.txt', ['kk']],
  ]);
  expect(refused.map(({ source, reason }) => [source, reason])).toEqual([['a.kk.txt', 'empty']]);
});

test('what was imported as a pair is known by either file, under whatever name', async () => {
  const kk = letter('Жол апталығы', 'Жол полициясы.', 1);
  const ru = letter('Неделя дорог', 'Полиция.', 1);
  const first = await read({ 'a.kk.docx': kk, 'a.ru.docx': ru });
  const content = Object.fromEntries(
    [...announcementFiles(first.made[0]!.announcement)].map(([name, bytes]) => [
      `${first.made[0]!.folder}/${name}`,
      bytes,
    ]),
  );
  const again = await read(
    { 'x.docx': ru, 'y.docx': kk, 'z.txt': 'date 2026-01-22 Другое. Да.' },
    { content },
  );
  expect(again.refused.map(({ source, reason }) => [source, reason])).toEqual([
    ['x.docx', 'known'],
    ['y.docx', 'known'],
  ]);
  expect(again.made).toHaveLength(1);
});

test('a photograph among letters is told of, one of a saved page is not', async () => {
  const letters = await read({
    'letters/a.txt': 'date 2026-01-22 Жол жабық. Иә.',
    'letters/photo.heic': 'x',
    'letters/IMG_1.JPG': 'x',
  });
  expect(letters.refused.map(({ source, reason }) => [source, reason])).toEqual([
    ['letters/IMG_1.JPG', 'picture-alone'],
    ['letters/photo.heic', 'picture-alone'],
  ]);
  expect(
    (await read({ 'page.html': '<p>Жол жабық.</p><p>Иә.</p>', 'page_files/logo.png': 'x' }))
      .refused,
  ).toEqual([]);
});
