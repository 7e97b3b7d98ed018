import type { Writing } from '#languages/writing.ts';

export const writing: Writing = {
  letters: 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя«»—№',
  alphabet: { foreign: /[^\P{Script=Cyrillic}а-яё]/iu },
  // As in passports (ICAO Doc 9303), without the signs.
  romanisation: {
    // prettier-ignore
    letters: {
      а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'e', ж: 'zh', з: 'z', и: 'i', й: 'i', к: 'k', л: 'l', м: 'm',
      н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch',
      ъ: '', ы: 'y', ь: '', э: 'e', ю: 'iu', я: 'ia',
    },
  },
  sample: 'В целях безопасности жителей города дежурные группы работают в усиленном режиме.',
  abbreviations: (
    'г гг ул кв обл р-н пос стр им ст тел руб тг тыс млн млрд т.д т.п т.е др пр ' +
    'проф акад ген полк подп м-р к-н см рис'
  ).split(' '),
};
