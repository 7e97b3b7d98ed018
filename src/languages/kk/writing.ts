import type { Writing } from '#languages/writing.ts';

export const writing: Writing = {
  letters: 'абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі«»—№',
  alphabet: {
    own: /[әғқңөұүһі]/iu,
    // Of the letters of Kazakh texts 14 to 20 in a hundred are among these; a Russian one has them in single names.
    leastOwn: 0.04,
    foreign: /[^\P{Script=Cyrillic}а-яёәғқңөұүһі]/iu,
  },
  // Every letter of its own is kept, without its mark. Ready-made tables drop these letters or spell қ «kh».
  romanisation: {
    letters: { ә: 'a', ғ: 'g', қ: 'q', ң: 'n', ө: 'o', ұ: 'u', ү: 'u', һ: 'h', і: 'i' },
  },
  sample:
    'Қала тұрғындарының қауіпсіздігі үшін өңірде кезекші топтар күшейтілген режимде жұмыс істейді.',
  abbreviations: 'ж жж т.б т.с.с көш ауд тг млн млрд проф акад ген полк м-р'.split(' '),
};
