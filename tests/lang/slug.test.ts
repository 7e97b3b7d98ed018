import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isSlug, slugOf } from '#lang/slug.ts';
import fc from '../fast-check.ts';

test.each([
  ['Қала күні — 2026', 'qala-kuni-2026'],
  ['Әкімшілік ғимарат: жөндеу, ұйым, үй, аһ', 'akimshilik-gimarat-zhondeu-uiym-ui-ah'],
  ['Айдын Қабдұлдинов', 'aidyn-qabduldinov'],
  ['Айдын Кабдулдинов', 'aidyn-kabduldinov'],
  ['Объезд: съёмка, подъезд и щётка', 'obezd-semka-podezd-i-shchetka'],
  [
    'ХХІ ғасыр, цирк, чай, шоу, эхо, юрта, яблоко',
    'khkhi-gasyr-tsirk-chai-shou-ekho-iurta-iabloko',
  ],
  ['Éclair & Çay — “naïve”', 'eclair-cay-naive'],
  ["O'zbek d'Artagnan", 'ozbek-dartagnan'],
  [
    'йога, записанная разложенными знаками: й'.normalize('NFD'),
    'ioga-zapisannaia-razlozhennymi-znakami-i',
  ],
  [
    'О результатах рабочего совещания с участием руководителей подразделений полиции города',
    'o-rezultatakh-rabochego-soveshchaniia-s-uchastiem',
  ],
  ['x'.repeat(100), 'x'.repeat(60)],
])('%s', (title, slug) => expect(slugOf(title)).toBe(slug));

test.each([
  // The law of 1995 and the practice of uz addresses; any apostrophe that people type.
  ['uz', 'Oʻzbekiston yangiliklari', 'ozbekiston-yangiliklari'],
  ['uz', 'O‘zbekiston va G`arb', 'ozbekiston-va-garb'],
  ['uz', 'Maʼmuriy bino: taʼmir', 'mamuriy-bino-tamir'],
  ['uz', 'Тошкент шаҳри ўзгаришлар', 'toshkent-shahri-ozgarishlar'],
  ['uz-Cyrl-UZ', 'Ер ости йўли, жамоат поезди ва цирк', 'yer-osti-yoli-jamoat-poyezdi-va-sirk'],
  ['uz', 'Хонада концерт: функция', 'xonada-konsert-funksiya'],
  ['az', 'Şəhər günü', 'seher-gunu'],
  ['az', 'Bakı İçərişəhəri', 'baki-iceriseheri'],
  ['az', 'Азәрбајҹан ҝүнү', 'azerbaycan-gunu'],
  ['tr', 'Iğdır’da ılık bir gün: çığ', 'igdirda-ilik-bir-gun-cig'],
  ['ky', 'Бишкек шаарынын жаңылыктары', 'bishkek-shaarynyn-jangylyktary'],
  ['ky', 'Өкмөт үйү, айыл', 'okmot-uyu-ayyl'],
  ['tg', 'Ҷумҳурии Тоҷикистон: рӯзи шодӣ', 'jumhurii-tojikiston-ruzi-shodi'],
  ['tk', 'Ашгабат шәхери, җемгыет', 'asgabat-saheri-jemgyet'],
  ['uk', 'Згорани: підʼїзд, Їжак, щастя', 'zghorany-pidizd-yizhak-shchastia'],
  ['de', 'Straße & Müll', 'strasse-mull'],
  ['pl', 'Łódź: wiadomości', 'lodz-wiadomosci'],
  ['tt', 'Җәмәгать тәртибе', 'jamagat-tartibe'],
])('in %s: %s', (locale, title, slug) => expect(slugOf(title, locale)).toBe(slug));

test('letters of a neighbour in a text whose language nobody knows', () => {
  expect(slugOf('Тоҷикистон, Ўзбекистон, Ҳисор, Україна')).toBe(
    'tojikiston-uzbekiston-hisor-ukraina',
  );
  expect(slugOf('Əliyev')).toBe('eliyev');
});

describe('addresses of today stay', () => {
  // What slugOf gave before it knew other languages: never to be changed, for addresses are for ever.
  const published = JSON.parse(
    readFileSync(join(import.meta.dirname, 'published-slugs.json'), 'utf8'),
  ) as Record<string, string | null>;
  test.each(['kk', 'ru', 'en', undefined])('in %s', (locale) => {
    expect(
      Object.fromEntries(
        Object.keys(published).map((title) => [title, slugOf(title, locale) ?? null]),
      ),
    ).toEqual(published);
  });
});

test.each(['', '2026', '— … —', 'متحف', '北京'])('nothing can be made of “%s”', (title) =>
  expect(slugOf(title)).toBeUndefined(),
);

test('what is made of any title can be an address', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (title) => {
      const slug = slugOf(title);
      expect(slug === undefined || (isSlug(slug) && slug.length <= 60)).toBe(true);
    }),
  );
});

test.each(['', '-', '2026', 'Road', 'road--week', '-road', 'road-', 'дорога', 'a/b', '..'])(
  '“%s” is none',
  (name) => expect(isSlug(name)).toBe(false),
);
