import { expect, test } from 'vitest';
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
