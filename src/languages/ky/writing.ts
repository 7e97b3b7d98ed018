import type { Writing } from '#languages/writing.ts';

export const writing: Writing = {
  letters: 'абвгдеёжзийклмнопрстуфхцчшщъыьэюяңөү«»—№',
  alphabet: { foreign: /[^\P{Script=Cyrillic}а-яёңөү]/iu },
  // BGN/PCGN 1979, without marks.
  romanisation: {
    letters: { й: 'y', ю: 'yu', я: 'ya', ё: 'yo', ж: 'j', ң: 'ng', ө: 'o', ү: 'u' },
  },
  dates: {
    months: 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(
      ' ',
    ),
    monthEndings: [],
    afterYear: [],
    beforeDay: ['жылдын'],
    shortMonths: 'янв фев мар апр май июн июл авг сен окт ноя дек'.split(' '),
    weekdays: 'дүйшөмбү шейшемби шаршемби бейшемби жума ишемби жекшемби'.split(' '),
    beforeTime: ['саат'],
    afterTime: [],
  },
  numbers: { scales: {}, inWords: {} },
  headNoun: 'last',
  personal: {
    born: ['жылы туулган'],
    birthDate: ['туулган күнү'],
    identityCards: [String.raw`инсандык\s+күбөлү\p{L}*`],
    unlikePlates: [],
    wasBorn: [String.raw`(?:күнү\s+|жылы\s+)?туулган(?!\s+(?:күн|жер|айыл))`],
    home: {
      streets: [String.raw`көч\.`, String.raw`көчөсү\p{L}*`, String.raw`кичирайон\p{L}*`],
      houses: [String.raw`\d+\s?\p{L}?[- ]?\s*үй\p{L}*`],
      flats: [String.raw`\d{1,4}-\s?батир(?!лүү)\p{L}*`, String.raw`батир\s*№?\s*\d{1,4}`],
    },
  },
  frontMatter: {
    yes: ['ооба'],
    no: ['жок'],
    drafts: [],
    fields: { date: ['күнү'], title: ['аталышы', 'темасы'] },
  },
  imports: {
    dateLabels: ['жарыяланган күнү'],
    beforePlace: [],
    afterPlace: [' шаары'],
    pictureNames: ['сүрөт'],
    pictureSentences: [],
    papers: ['маалымат каттар үчүн'],
    officesBegin: ['КЫРГЫЗ РЕСПУБЛИКАСЫ'],
    officesEnd: ['МИНИСТРЛИГИ', 'БАШКАРМАЛЫГЫ'],
    byWhom: [],
    fileNames: [
      ['ky', 'kg'],
      ['kir', 'kyr'],
      ['кыр'],
      ['кыргызча', 'кыргыз', 'киргизский', 'kyrgyz'],
    ],
    shortWords: ['жана', 'менен', 'үчүн', 'боюнча'],
    noCategory: ['категориясыз'],
    excuses: ['браузер'],
  },
  abbreviations: ['ж', 'ж.б', 'кит'],
};
