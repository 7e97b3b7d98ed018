import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { XMLParser } from 'fast-xml-parser';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { pictureMetadata } from '#checks/readers/exif.ts';
import { createClock } from '#clock.ts';
import { makeSnapshot } from '#snapshot/make-snapshot.ts';
import { finishSnapshot } from '#snapshot/snapshot.ts';
import { buildPressKits } from '#build/press-kits.ts';
import { allDocuments } from '#outputs/documents.ts';
import { announcementView } from '#views/pages/announcement.ts';
import { plain, tempDir, waves } from '../images/test-pictures.ts';
import {
  type Content,
  inRussian,
  markdown,
  settings,
  settingsWith,
  week,
  writeContent,
} from '../site/content.ts';

const id = '2026/road-week';

/** A photograph as from a camera, rotated and with its location in the metadata; and a drawing. */
const photo = () =>
  waves(60, 40)
    .withMetadata({ orientation: 6 })
    .withExif({
      IFD0: { Artist: 'Камера' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '43/1 14/1 20/1' },
    })
    .jpeg()
    .toBuffer();
const drawing = () => plain(30, 20, { r: 1, g: 2, b: 3, alpha: 0.5 }).toBuffer();

async function withPictures(): Promise<Content> {
  return {
    'site.yaml': settingsWith('pressKits: true'),
    [`${week}/photo.jpg`]: await photo(),
    [`${week}/plan.png`]: await drawing(),
    [`${week}/index.kk.md`]: markdown(
      [
        'title: Жол апталығы',
        'cover: ./photo.jpg',
        'coverAlt: Көше',
        'coverCaption: Өңделген көше',
        'coverCredit: Ә. Құрманғұлұлы',
        'date: 2026-01-22',
      ],
      'Мәтін [сілтеме](/kk/).\n\n![Жоспар](./plan.png "Жоспардың суреті")\n',
    ),
    [`${week}/index.ru.md`]: markdown(
      ['title: Неделя дорог', 'coverAlt: Улица'],
      'Текст.\n\n- раз\n- два\n',
    ),
  };
}

async function kitsOf(
  content: Content,
  { preview = false, cache }: { preview?: boolean; cache?: string } = {},
) {
  const folder = writeContent(content);
  const { snapshot, originals } = await makeSnapshot({
    folder,
    clock: createClock(new Date('2026-02-01T12:00:00+05:00')),
    preview,
  });
  const byFile = new Map(
    originals.map((original) => [original.path.slice(folder.length + 1), original]),
  );
  const { pressKits } = await buildPressKits(
    snapshot,
    (file) => byFile.get(file)!,
    cache ?? (await tempDir()),
  );
  return finishSnapshot(snapshot, { pressKits });
}

const opened = (path: string) => unzipSync(readFileSync(path));
const words = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');

test('both texts, in two forms, and every picture in its full size', async () => {
  const { pressKits } = await kitsOf(await withPictures());
  const members = opened(pressKits.get(id)!.path);
  expect(Object.keys(members)).toEqual([
    'road-week.kk.txt',
    'road-week.kk.md',
    'road-week.ru.txt',
    'road-week.ru.md',
    'photo.jpg',
    'plan.png',
  ]);
  expect(words(members['road-week.kk.txt']!)).toMatch(
    /^Жол апталығы\n\n2026 жылғы 22 қаңтар\n\nӨңделген көше .*\n\nМәтін сілтеме\.\n\n[^]*https:\/\/press\.example\.org\/kk\/news\/2026\/road-week\/\n$/u,
  );
  expect(words(members['road-week.kk.md']!)).toMatch(
    /^# Жол апталығы\n[^]*Мәтін \[сілтеме\]\(https:\/\/press\.example\.org\/kk\/\)\.\n/u,
  );
  expect(words(members['road-week.ru.md']!)).toContain('\n- раз\n- два\n');
  const [turned, drawn] = await Promise.all(
    ['photo.jpg', 'plan.png'].map((name) => sharp(members[name]).metadata()),
  );
  expect([turned!.width, turned!.height, drawn!.width, drawn!.hasAlpha]).toEqual([
    40,
    60,
    30,
    true,
  ]);
});

test('a picture says what the page says of it, in Kazakh letters, and nothing of what the camera has noted', async () => {
  const { pressKits } = await kitsOf(await withPictures());
  const members = opened(pressKits.get(id)!.path);
  expect(pictureMetadata(await photo())).toMatchObject({ exif: true, location: true });
  for (const name of ['photo.jpg', 'plan.png'])
    expect(pictureMetadata(Buffer.from(members[name]!))).toEqual({
      exif: false,
      xmp: true,
      location: false,
    });
  const xmpOf = async (name: string) => {
    const { xmp } = await sharp(members[name]).metadata();
    const tree = new XMLParser({
      ignoreAttributes: false,
      isArray: (tag) => tag === 'rdf:li',
    }).parse(xmp!.toString('utf8')) as {
      'x:xmpmeta': {
        'rdf:RDF': {
          'rdf:Description': Record<
            string,
            { 'rdf:Alt': { 'rdf:li': Array<Record<string, string>> } }
          >;
        };
      };
    };
    return tree['x:xmpmeta']['rdf:RDF']['rdf:Description'];
  };
  const said = await xmpOf('photo.jpg');
  const inLanguages = (name: string) =>
    said[name]!['rdf:Alt']['rdf:li'].map((each) => [each['@_xml:lang'], each['#text']]);
  expect(inLanguages('dc:title')).toEqual([
    ['x-default', 'Жол апталығы'],
    ['kk', 'Жол апталығы'],
    ['ru', 'Неделя дорог'],
  ]);
  expect(inLanguages('dc:description')).toEqual([
    ['x-default', 'Өңделген көше'],
    ['kk', 'Өңделген көше'],
  ]);
  expect(inLanguages('Iptc4xmpCore:AltTextAccessibility')).toEqual([
    ['x-default', 'Көше'],
    ['kk', 'Көше'],
    ['ru', 'Улица'],
  ]);
  expect([said['dc:creator'], said['photoshop:Credit'], said['photoshop:Source']]).toEqual([
    { 'rdf:Seq': { 'rdf:li': ['Ә. Құрманғұлұлы'] } },
    'Ә. Құрманғұлұлы',
    'Бөлім',
  ]);
  expect((await xmpOf('plan.png'))['dc:description']).toMatchObject({
    'rdf:Alt': { 'rdf:li': [{ '#text': 'Жоспардың суреті' }, {}] },
  });
});

test('the same bytes twice, in whatever zone the machine stands', async () => {
  const zone = process.env.TZ;
  const bytes = [];
  for (const TZ of ['Asia/Almaty', 'America/St_Johns']) {
    process.env.TZ = TZ;
    const { pressKits } = await kitsOf(await withPictures());
    bytes.push(readFileSync(pressKits.get(id)!.path));
  }
  process.env.TZ = zone ?? '';
  expect(bytes[0]!.equals(bytes[1]!)).toBe(true);
});

test('it is made again when a word of it changes, and not for another', async () => {
  const cache = await tempDir();
  const before = await kitsOf(await withPictures(), { cache });
  const same = await kitsOf(await withPictures(), { cache });
  const other = await kitsOf(
    {
      ...(await withPictures()),
      [`${week}/index.ru.md`]: markdown(['title: Неделя мостов', 'coverAlt: Улица']),
    },
    { cache },
  );
  expect(same.pressKits.get(id)).toEqual(before.pressKits.get(id));
  expect(other.pressKits.get(id)!.key).not.toBe(before.pressKits.get(id)!.key);
});

test('it is a file of the site, and the page offers it with its size', async () => {
  const snapshot = await kitsOf(await withPictures());
  const { path } = snapshot.pressKits.get(id)!;
  const document = allDocuments(snapshot).find(({ address }) => address === `/kits/${id}.zip`)!;
  expect(
    Buffer.from((await document.document().write()) as Uint8Array).equals(readFileSync(path)),
  ).toBe(true);
  expect(announcementView(snapshot, { locale: 'ru', id }).pressKit).toEqual({
    href: `/kits/${id}.zip`,
    title: 'Тексты и изображения в полном размере',
    note: expect.stringMatching(/^ZIP, \d+\sКБ$/u),
  });
});

test.each<[string, Content, { preview?: boolean }?]>([
  ['where nobody asks for them', { 'site.yaml': settings.join('\n') }],
  ['in a preview', {}, { preview: true }],
  ['of what is held', inRussian('draft: true'), {}],
  ['of what was withdrawn', inRussian('withdrawnOn: 2026-01-30', 'withdrawnReason: Ошибка.'), {}],
  ['of what was removed', inRussian('removedOn: 2026-01-30', 'removedReason: Суд.'), {}],
])('there are none %s', async (what, changes, options) => {
  const both =
    changes[`${week}/index.ru.md`] === undefined
      ? {}
      : {
          [`${week}/index.kk.md`]: markdown([
            'title: Жол апталығы',
            ...(what.includes('held')
              ? ['draft: true']
              : what.includes('withdrawn')
                ? ['withdrawnReason: Қате.']
                : ['removedReason: Сот.']),
          ]),
        };
  expect([
    ...(
      await kitsOf({ 'site.yaml': settingsWith('pressKits: true'), ...changes, ...both }, options)
    ).pressKits,
  ]).toEqual([]);
});

test('a language that is held is not in it', async () => {
  const { pressKits } = await kitsOf({
    ...(await withPictures()),
    [`${week}/index.ru.md`]: markdown(
      ['title: Тайна', 'coverAlt: Улица', 'draft: true'],
      'Тайна.\n',
    ),
  });
  const { path } = pressKits.get(id)!;
  expect(Object.keys(opened(path))).toEqual([
    'road-week.kk.txt',
    'road-week.kk.md',
    'photo.jpg',
    'plan.png',
  ]);
  expect(
    Object.values(opened(path)).some(
      (member) => words(member).includes('Тайна') || words(member).includes('Улица'),
    ),
  ).toBe(false);
});

test('two pictures of one name', async () => {
  const content = await withPictures();
  const { pressKits } = await kitsOf({
    ...content,
    [`${week}/photo.png`]: await plain(31, 21).toBuffer(),
    [`${week}/index.ru.md`]: markdown(
      ['title: Неделя', 'coverAlt: Улица'],
      '![План](./photo.png)\n',
    ),
  });
  expect(Object.keys(opened(pressKits.get(id)!.path)).slice(4)).toEqual([
    'photo.jpg',
    'plan.png',
    'photo-2.png',
  ]);
});
