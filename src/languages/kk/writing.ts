import type { Writing } from '#languages/writing.ts';

export const writing: Writing = {
  letters: 'абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі«»—№',
  alphabet: {
    own: /[әғқңөұүһі]/iu,
    // In Kazakh texts, 14 to 20 of 100 letters are of these; in Russian texts, they occur only in single names.
    leastOwn: 0.04,
    otherTwins: { H: 'Һ', Y: 'Ү', y: 'ү', B: 'Б' },
    foreign: /[^\P{Script=Cyrillic}а-яёәғқңөұүһі]/iu,
  },
  // Every Kazakh letter is kept without its mark. Ready-made tables drop these letters or write қ as «kh».
  romanisation: {
    letters: { ә: 'a', ғ: 'g', қ: 'q', ң: 'n', ө: 'o', ұ: 'u', ү: 'u', һ: 'h', і: 'i' },
  },
  sample:
    'Қала тұрғындарының қауіпсіздігі үшін өңірде кезекші топтар күшейтілген режимде жұмыс істейді.',
  dates: {
    months:
      'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(
        ' ',
      ),
    monthEndings: 'ында інде ынан інен дан ден тан тен да де та те ы і'.split(' '),
    // Without endings, to match «22 қаңтарда» too.
    monthBeginnings:
      'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйе қазан қараша желтоқсан'.split(
        ' ',
      ),
    monthWord: String.raw`айы\p{L}*`,
    afterYear: [String.raw`ж\.`, 'жыл(?:ы)?'],
    beforeDay: ['жылғы', 'жылдың', 'жылы', 'жыл', String.raw`ж\.`],
    shortMonths: 'қаң ақп нау сәу мам мау шіл там қыр қаз қар жел'.split(' '),
    weekdays: 'дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі'.split(' '),
    beforeTime: ['сағат'],
    afterTime: [],
  },
  numbers: {
    scales: {
      1e3: String.raw`мың\p{L}*`,
      1e6: String.raw`млн|миллион\p{L}*`,
      1e9: String.raw`млрд|миллиард\p{L}*`,
      1e12: String.raw`трлн|триллион\p{L}*`,
    },
    percent: String.raw`пайыз\p{L}*`,
    // «Бір» is an article as often as a number.
    // prettier-ignore
    inWords: {
      1: 'бір', 2: 'екі|екеу', 3: 'үш', 4: 'төрт', 5: 'бес', 6: 'алты', 7: 'жеті', 8: 'сегіз', 9: 'тоғыз', 10: 'он',
      20: 'жиырма', 30: 'отыз', 50: 'елу', 100: 'жүз', 1000: 'мың', 1000000: 'миллион',
      0.5: 'жарты', 1.5: 'бір жарым', 1500: 'бір жарым', 1500000: 'бір жарым',
    },
  },
  // Quotation marks, dashes and spaces follow the Russian rules, but the rules for Russian particles do not apply.
  typography: {
    rules: ['ru', 'en-US'],
    without: ['to', 'kakto', 'taki', 'koe', 'ka', 'izza', 'izpod', 'surname'].map(
      (rule) => `ru/dash/${rule}`,
    ),
  },
  spelling: { dictionary: 'kk_KZ', byStems: true },
  headNoun: 'last',
  personal: {
    // When written with a space, only a comma, a semicolon, a closing bracket or the end may follow.
    born: [
      String.raw`ж\.т\.`,
      String.raw`ж\. т\.(?=\s*(?:[,;)]|$))`,
      String.raw`жыл(?:ы|ғы) туған(?!\s+(?:күн|жер|ел|ауыл|қала))`,
    ],
    birthDate: ['туған күні', 'туған жылы, айы, күні'],
    wasBorn: [
      String.raw`(?:күні\s+|жылы\s+)?туған(?!\s+(?:күн|жер|ел|ауыл|қала))`,
      String.raw`(?:күні\s+|жылы\s+)?туыл(?:ған|ды)`,
      String.raw`(?:күні\s+|жылы\s+)?дүниеге\s+кел(?:ген|ді)`,
    ],
    identityCards: [
      String.raw`жеке\s+куәлі\p{L}*`,
      String.raw`төлқұжат\p{L}*`,
      String.raw`паспорт\p{L}*`,
    ],
    unlikePlates: ['МВТ', 'КВТ'],
    home: {
      streets: [
        String.raw`көш\.`,
        String.raw`көшесі\p{L}*`,
        String.raw`даңғ\.`,
        String.raw`даңғыл\p{L}*`,
        String.raw`ықшамаудан\p{L}*`,
        String.raw`шағын\s*аудан\p{L}*`,
        String.raw`м(?:өлтек\s*)?ауд(?:ан\p{L}*|\.)`,
        String.raw`тұйығы\p{L}*`,
        String.raw`бульвары\p{L}*`,
        String.raw`орамы\p{L}*`,
      ],
      houses: [String.raw`\d+\s?\p{L}?[- ]?\s*үй(?!\s*кезек)\p{L}*`, String.raw`үй\s*№?\s*\d+`],
      // «120 пәтерлік үй» is a house with 120 flats; «12 пәтер берілді» is a number of flats.
      flats: [
        String.raw`\d{1,4}-\s?пәтер(?!лі)\p{L}*`,
        String.raw`(?:пәтер|пәт\.)\s*№?\s*\d{1,4}`,
        String.raw`(?<=үй\p{L}{0,6},?\s+)\d{1,4}\s+пәтер(?!лі)\p{L}*`,
      ],
    },
  },
  unwritten: [
    String.raw`нақтыла\p{L}*`,
    String.raw`толтыр\p{L}*`,
    'қос(?:у|ыңыз)',
    'жаз(?:у|ыңыз)',
    'енгіз(?:у|іңіз)',
    'аты-жөні',
    'ТАӘ',
    'мәтін',
    'тақырып',
    'күні',
  ],
  linkWords: [
    'осында',
    'мұнда',
    'осы жерде',
    '(?:осы )?сілтеме(?:де|мен)?',
    'толығырақ',
    'толық',
    'жалғасы',
    'басыңыз',
    'көшу',
    'жүктеу',
    'жүктеп алу',
  ],
  frontMatter: {
    yes: ['иә', 'ия'],
    no: ['жоқ'],
    drafts: ['жоба'],
    fields: {
      date: ['күні', 'күн', 'мерзімі'],
      title: ['тақырып', 'тақырыбы', 'атауы'],
      summary: ['қысқаша', 'түйін', 'сипаттама'],
      topics: ['тақырыптар', 'санат', 'санаттар', 'айдар'],
      cover: ['сурет', 'фото'],
      people: ['автор', 'авторлар'],
      divisions: ['бөлім', 'бөлімше', 'бөлімдер'],
      kind: ['түрі'],
      draft: ['жоба'],
      eventPlace: ['орны'],
      attachments: ['файлдар', 'құжаттар'],
    },
  },
  imports: {
    dateLabels: ['күні', 'жарияланған күні', 'жарияланды'],
    beforePlace: [String.raw`қ\.\s*`],
    afterPlace: [' қаласы', String.raw` қ\.`],
    pictureNames: ['сурет'],
    pictureSentences: [],
    papers: [
      String.raw`баспас[өо]з(?:\s|-)(?:хабарламасы|релизі|анонсы)`,
      'баспасөз үшін',
      'бақ үшін',
      'бұқаралық ақпарат құралдары(?:на| үшін)',
      'ақпараттық хабарлама',
    ],
    officesBegin: ['ҚАЗАҚСТАН РЕСПУБЛИКАСЫ'],
    officesEnd: [
      'МИНИСТРЛІГІ',
      'ДЕПАРТАМЕНТІ',
      'БАСҚАРМАСЫ',
      'ӘКІМДІГІ',
      'КОМИТЕТІ',
      'АППАРАТЫ',
      'МЕКЕМЕСІ',
      'БАСПАСӨЗ ҚЫЗМЕТІ',
      'РЕСПУБЛИКАСЫ',
    ],
    byWhom: [String.raw`орынд(?:\.|аушы|аған)`],
    // Most offices use the country code for the language.
    fileNames: [
      ['kk', 'kz'],
      ['kaz', 'qaz'],
      ['каз', 'қаз'],
      ['қазақша', 'қазақ', 'казахский', 'казахша', 'kazakh'],
    ],
    shortWords: 'және мен бен пен үшін бойынша деп бір бұл осы болып болды туралы екі'.split(' '),
    noCategory: ['санатсыз'],
    excuses: ['браузер'],
  },
  abbreviations: 'ж жж т.б т.с.с көш ауд тг млн млрд проф акад ген полк м-р'.split(' '),
};
