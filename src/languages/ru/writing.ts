import type { Writing } from '#languages/writing.ts';

export const writing: Writing = {
  letters: 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя«»—№',
  alphabet: { foreign: /[^\P{Script=Cyrillic}а-яё]/iu },
  // As in passports (ICAO Doc 9303), without the hard and soft signs.
  romanisation: {
    // prettier-ignore
    letters: {
      а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'e', ж: 'zh', з: 'z', и: 'i', й: 'i', к: 'k', л: 'l', м: 'm',
      н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch',
      ъ: '', ы: 'y', ь: '', э: 'e', ю: 'iu', я: 'ia',
    },
  },
  sample: 'В целях безопасности жителей города дежурные группы работают в усиленном режиме.',
  dates: {
    months:
      'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(
        ' ',
      ),
    monthEndings: [],
    // Without endings, to match «22 января» and «в январе».
    monthBeginnings:
      'январ феврал март апрел ма[йяе] июн июл август сентябр октябр ноябр декабр'.split(' '),
    afterYear: ['года', 'год', String.raw`г\.`, String.raw`г(?!\p{L})`],
    beforeDay: [],
    shortMonths: 'янв фев мар апр мая июн июл авг сен окт ноя дек'.split(' '),
    weekdays:
      'понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс'.split(
        ' ',
      ),
    beforeTime: ['в'],
    afterTime: [String.raw`ч\.?`, 'час(?:ов|а)?'],
  },
  numbers: {
    scales: {
      1e3: String.raw`тыс(?:\.|яч\p{L}*)?`,
      1e6: String.raw`млн|миллион\p{L}*`,
      1e9: String.raw`млрд|миллиард\p{L}*`,
      1e12: String.raw`трлн|триллион\p{L}*`,
    },
    percent: String.raw`процент\p{L}*`,
    // «Один» is an article as often as a number.
    // prettier-ignore
    inWords: {
      1: 'одн|один|перв', 2: 'дв[аеуо]|втор|оба|обе', 3: 'тр[иёео]|трет', 4: 'четыр|четв[её]р', 5: 'пят', 6: 'шест',
      7: 'сем[ьи]|седьм', 8: 'восем|восьм', 9: 'девят', 10: 'десят', 11: 'одиннадцат', 12: 'двенадцат', 20: 'двадцат',
      30: 'тридцат', 50: 'пят(?:ь|и)десят', 100: 'ст[оа]', 1000: 'тысяч', 1000000: 'миллион',
      0.5: 'половин', 1.5: 'полтор', 1500: 'полтор', 1500000: 'полтор',
    },
  },
  // Without ё, й, ъ, ы and ь.
  listLetters: { format: 'russian', letters: 'абвгдежзиклмнопрстуфхцчшщэюя' },
  typography: { rules: ['ru', 'en-US'], without: [] },
  spelling: { dictionary: 'ru_RU', byStems: false },
  headNoun: 'first',
  personal: {
    // «2025 г. р. Иртыш» names a river. So when written with a space, only a comma, a semicolon, a closing bracket or
    // the end may follow.
    born: [String.raw`г\.р\.`, 'г/р', String.raw`г\. р\.(?=\s*(?:[,;)]|$))`, 'года рождения'],
    birthDate: ['дата рождения', 'день рождения'],
    wasBorn: [
      String.raw`родил(?:ся|ась|ись|ось)`,
      String.raw`рожд[её]нн\p{L}*`,
      String.raw`уроженец|уроженк\p{L}`,
    ],
    identityCards: [String.raw`удостоверени\p{L}*\s+личности`, String.raw`паспорт\p{L}*`],
    unlikePlates: ['МВТ', 'КВТ'],
    home: {
      streets: [
        String.raw`ул\.`,
        String.raw`улиц\p{L}*`,
        String.raw`пр(?:осп)?\.`,
        'пр-т',
        String.raw`проспект\p{L}*`,
        String.raw`пер\.`,
        String.raw`переул\p{L}*`,
        String.raw`мкрн?\.?`,
        'мкр-н',
        String.raw`микрорайон\p{L}*`,
        'б-р',
        String.raw`бульвар\p{L}*`,
        String.raw`шоссе`,
        String.raw`проезд\p{L}*`,
        'кв-л',
        String.raw`квартал\p{L}*`,
      ],
      houses: [String.raw`(?:д\.|дом\p{L}{0,2})\s*№?\s*\d+`],
      // «45 кв. м» is an area, «12 квартир» a number of flats.
      flats: [
        String.raw`(?:кв\.|кв(?=\s)|квартир[аыеу]|квартирой)\s*№?\s*\d{1,4}(?!\d|[.,]\d|\s*(?:кв\.?\s*)?м(?!\p{L}))`,
        String.raw`\d{1,4}-(?:я|й|ю|ой|ей)\s+квартир[аеуы]`,
      ],
    },
  },
  unwritten: [
    'уточнить',
    'уточн(?:яется|ите)',
    'вставить',
    'вставьте',
    'дописать',
    'добавить',
    'заполнить',
    'указать',
    'ФИО',
    String.raw`Ф\.\s?И\.\s?О\.`,
    'текст новости',
    'дата',
    'должность',
  ],
  linkWords: [
    'здесь',
    'тут',
    '(?:по )?(?:этой )?ссылк[ае]',
    '(?:читать )?(?:подробнее|далее|дальше|ещё|полностью)',
    'нажмите(?: здесь| сюда)?',
    'сюда',
    'перейти',
    'скачать',
  ],
  frontMatter: {
    yes: ['да'],
    no: ['нет'],
    drafts: ['черновик'],
    fields: {
      date: ['дата', 'датапубликации'],
      title: ['заголовок', 'название'],
      summary: ['кратко', 'краткоеописание', 'аннотация', 'описание', 'лид'],
      topics: ['тема', 'темы', 'рубрика', 'рубрики', 'теги'],
      cover: ['фото', 'изображение', 'обложка', 'картинка'],
      people: ['автор', 'авторы'],
      divisions: ['подразделение', 'подразделения', 'отдел'],
      kind: ['вид', 'тип'],
      draft: ['черновик'],
      eventPlace: ['место'],
      attachments: ['вложения', 'файлы', 'документы'],
    },
  },
  imports: {
    dateLabels: ['дата(?: публикации)?', 'опубликовано', 'размещено'],
    beforePlace: [String.raw`г\.\s*`, String.raw`город\s+`],
    afterPlace: [String.raw` г\.`],
    pictureNames: ['рисунок', 'изображение', 'фото'],
    pictureSentences: ['автоматически созданное'],
    papers: [
      String.raw`пресс-?\s?релиз`,
      'медиа-?релиз',
      '(?:пресс-?|медиа-?)?анонс',
      'для сми',
      'для средств массовой информации',
      '(?:информация|сообщение) для сми',
      'информационное сообщение',
    ],
    officesBegin: [
      String.raw`(?:ГУ|КГУ|РГУ)\s`,
      '«',
      'РЕСПУБЛИКА',
      'МИНИСТЕРСТВО',
      'ДЕПАРТАМЕНТ',
      'УПРАВЛЕНИЕ',
      'КОМИТЕТ',
      'АКИМАТ',
      'АППАРАТ',
      'ПРЕСС-СЛУЖБА',
      'ГОСУДАРСТВЕННОЕ',
      'КОММУНАЛЬНОЕ',
    ],
    officesEnd: [],
    byWhom: [String.raw`исп(?:\.|олнитель|олнил\p{L}*)`],
    fileNames: [['ru'], ['rus'], ['рус', 'орыс'], ['русский', 'орысша', 'russian']],
    shortWords: 'и в во на с со по для не что к о об из от за до при как это был был[аи]'.split(
      ' ',
    ),
    noCategory: ['без рубрики', 'bez-rubriki'],
    excuses: ['браузер'],
  },
  editorSpellsAddresses: true,
  abbreviations: (
    'г гг ул кв обл р-н пос стр им ст тел руб тг тыс млн млрд т.д т.п т.е др пр ' +
    'проф акад ген полк подп м-р к-н см рис'
  ).split(' '),
};
