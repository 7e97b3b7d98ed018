import { randomPerson } from './lexicon.ts';
import { createRandom } from './random.ts';
import { languages, office, type Tags, type Texts, type Word } from './words.ts';

/** `content/site.yaml` of the generated site. */
export const site = {
  format: 1,
  url: 'https://press.example.org/',
  locales: [...languages],
  timeZone: 'Asia/Almaty',
  name: { kk: 'Үлгі облысының баспасөз қызметі', ru: 'Пресс-служба Примерной области' },
  description: {
    kk: 'Өлшеу үшін құрастырылған сайт. Барлық хабарлама ойдан шығарылған.',
    ru: 'Сайт для измерений. Все сообщения вымышлены.',
  },
  publisher: {
    type: 'GovernmentOrganization',
    name: { kk: 'Үлгі облысының баспасөз қызметі', ru: 'Пресс-служба Примерной области' },
  },
  contacts: {
    phones: [
      {
        label: { kk: 'Журналистерге арналған телефон', ru: 'Телефон для журналистов' },
        number: '+7 727 000 00 00',
      },
    ],
    emails: [
      { label: { kk: 'Баспасөз қызметі', ru: 'Пресс-служба' }, address: 'press@example.org' },
    ],
    hours: { kk: 'Дүйсенбі — жұма, 9:00–18:00', ru: 'Понедельник — пятница, 9:00–18:00' },
  },
  // Text only: drawing twenty thousand cards would take most of the measured time.
  socialCards: false,
  compressedCopies: false,
};

/** `content/topics.yaml`. */
export const topics = {
  roads: { label: { kk: 'Жолдар', ru: 'Дороги' } },
  health: { label: { kk: 'Денсаулық', ru: 'Здоровье' } },
  education: { label: { kk: 'Білім', ru: 'Образование' } },
  safety: { label: { kk: 'Қауіпсіздік', ru: 'Безопасность' } },
  environment: { label: { kk: 'Қоршаған орта', ru: 'Окружающая среда' } },
  culture: { label: { kk: 'Мәдениет', ru: 'Культура' } },
  sport: { label: { kk: 'Спорт', ru: 'Спорт' } },
  water: { label: { kk: 'Су', ru: 'Вода' } },
} satisfies Record<string, { label: Texts }>;

/** The divisions as words of sentences. */
export const offices: Readonly<Record<string, Word>> = {
  roads: office('Жол шаруашылығы', 'дорожного хозяйства'),
  health: office('Денсаулық сақтау', 'здравоохранения'),
  education: office('Білім', 'образования'),
  emergencies: office('Төтенше жағдайлар', 'чрезвычайных ситуаций'),
  environment: office('Экология', 'экологии'),
  culture: office('Мәдениет', 'культуры'),
  sport: office('Спорт', 'спорта'),
  water: office('Сумен жабдықтау', 'водоснабжения'),
  land: office('Жер қатынастары', 'земельных отношений'),
  digital: office('Цифрландыру', 'цифровизации'),
};

// The same six people for every seed. The benchmark is about announcements, and stable ids make two corpora comparable.
const chance = createRandom('people');
/** The names of the people as words of sentences. */
export const persons = Object.fromEntries(
  ['health', 'education', 'emergencies', 'culture', 'water', 'digital'].map((division) => [
    `head-of-${division}`,
    randomPerson(chance),
  ]),
);

/** `content/divisions/<id>.yaml`, by id. */
export const divisions = mapValues(offices, (word, id) => ({
  name: nameOf(word),
  caseForms: caseForms(word),
  ...(`head-of-${id}` in persons && { head: `head-of-${id}` }),
  email: `${id}@example.org`,
}));

/** `content/people/<id>.yaml`, by id. */
export const people = mapValues(persons, (word, id) => {
  const division = id.replace('head-of-', '');
  const of = offices[division]!;
  return {
    name: word.name,
    caseForms: caseForms(word),
    role: {
      kk: `${of.kk(['gen'])} басшысы`,
      ru: `Руководитель ${of.ru(['gen'])}`.replace('Управления', 'управления'),
    },
    division,
  };
});

/** `content/pages/about/index.<locale>.md`. */
export const about: Texts = {
  kk: '---\ntitle: Сайт туралы\n---\n\nБұл сайтты бағдарлама құрастырды. Мұндағы хабарламалардың бәрі ойдан шығарылған.\n',
  ru: '---\ntitle: О сайте\n---\n\nЭтот сайт составлен программой. Все сообщения на нём вымышлены.\n',
};

function nameOf(word: Word): Texts {
  return { kk: word.kk(['nom']), ru: word.ru(['nom']) };
}

function caseForms(word: Word): Record<'kk' | 'ru', string[]> {
  const forms = (inflected: (tags: Tags) => string, cases: string[]) => [
    ...new Set(cases.map((one) => inflected([one]))),
  ];
  return {
    kk: forms(word.kk, ['gen', 'dat', 'acc', 'loc', 'abl', 'ins']),
    ru: forms(word.ru, ['gen', 'dat', 'acc', 'ins', 'pre']),
  };
}

function mapValues<Value, Result>(
  values: Readonly<Record<string, Value>>,
  change: (value: Value, key: string) => Result,
): Record<string, Result> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, change(value, key)]),
  );
}
