import type { Writing } from '#languages/writing.ts';

export const writing: Writing = {
  // Both alphabets: sites in `uz` are set in Latin letters, in `uz-Cyrl` in Cyrillic ones.
  letters: 'abcdefghijklmnopqrstuvwxyzʻʼ“”абвгдеёжзийклмнопрстуфхцчшъьэюяўқғҳ«»—№',
  // The alphabet of 1995 (law of 2 September 1993, amended 6 May 1995), without ʻ and ʼ.
  romanisation: {
    letters: {
      ʻ: '',
      ʼ: '',
      й: 'y', ю: 'yu', я: 'ya', ё: 'yo', ж: 'j', х: 'x', ў: 'o', ғ: 'g', қ: 'q', ҳ: 'h', ъ: '', ц: 's',
    },
    prepare: (text) =>
      text
        .replaceAll(/(?<=^|[^\p{L}\p{M}]|[аеёиоуўэюяъь])е/gu, 'ye')
        .replaceAll(/(?<=[аеёиоуўэюя])ц/gu, 'ts'),
  }, // prettier-ignore
  dates: {
    months: 'yanvar fevral mart aprel may iyun iyul avgust sentabr oktabr noyabr dekabr'.split(' '),
    monthEndings: [],
    afterYear: [],
    beforeDay: ['yil', 'йил'],
    shortMonths: 'yan fev mar apr may iyn iyl avg sen okt noy dek'.split(' '),
    weekdays: 'dushanba seshanba chorshanba payshanba juma shanba yakshanba'.split(' '),
    beforeTime: ['soat', 'соат'],
    afterTime: [],
  },
  numbers: { scales: {}, inWords: {} },
  headNoun: 'last',
  personal: {
    born: ['yilda tugʻilgan', 'йилда туғилган'],
    birthDate: ['tugʻilgan sanasi', 'туғилган санаси'],
    identityCards: [String.raw`shaxs\s+guvohnoma\p{L}*`, String.raw`шахс\s+гувоҳнома\p{L}*`],
    unlikePlates: [],
    wasBorn: ["(?:kuni\\s+)?tug[ʻʼ‘’']ilgan", String.raw`(?:куни\s+)?туғилган(?!\s+(?:кун|жой))`],
    home: {
      streets: ["ko[ʻʼ‘’']chasi\\p{L}*", String.raw`кўчаси\p{L}*`, 'mavzesi', 'мавзеси'],
      houses: [String.raw`\d+\s?\p{L}?[- ]?\s*uy\p{L}*`, String.raw`\d+\s?\p{L}?[- ]?\s*уй\p{L}*`],
      flats: [
        String.raw`\d{1,4}-\s?xonadon(?!li)\p{L}*`,
        String.raw`\d{1,4}-\s?хонадон(?!ли)\p{L}*`,
      ],
    },
  },
  frontMatter: {
    yes: ['ha', 'ҳа'],
    no: ['yoʻq', "yo'q", 'йўқ'],
    drafts: ['qoralama'],
    fields: { date: ['sana'], title: ['sarlavha'], topics: ['mavzu', 'mavzular'] },
  },
  imports: {
    dateLabels: ['eʼlon qilingan sana', 'эълон қилинган сана'],
    beforePlace: [],
    afterPlace: [' shahri', ' шаҳри'],
    pictureNames: ['rasm', 'расм'],
    pictureSentences: [],
    papers: ['matbuot uchun', 'матбуот учун'],
    officesBegin: ['OʻZBEKISTON RESPUBLIKASI', 'ЎЗБЕКИСТОН РЕСПУБЛИКАСИ'],
    officesEnd: ['VAZIRLIGI', 'ВАЗИРЛИГИ', 'BOSHQARMASI', 'БОШҚАРМАСИ'],
    byWhom: [],
    fileNames: [['uz'], ['uzb'], ['узб'], ['oʻzbekcha', 'ўзбекча', 'узбекский', 'uzbek']],
    shortWords: ['va', 'bilan', 'uchun', 'ва', 'билан', 'учун'],
    noCategory: ['toifasiz'],
    excuses: ['brauzer'],
  },
  abbreviations: ['h.k', 'ҳ.к'],
};
