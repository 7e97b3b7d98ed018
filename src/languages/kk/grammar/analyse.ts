import { createAnalyser } from '#languages/turkic/analyser.ts';
import { harmonyOf, hasVowel, lastSound } from './letters.ts';
import { unlikeliness } from './stem-likelihood.ts';
import { stemShape } from './stem-shape.ts';
import { suffixes } from './suffixes.ts';

/** Words of closed classes that look like a noun with an ending, but are not: question words, postpositions, adverbs. */
const unchanging = new Set(
  (
    'қандай мұндай ондай сондай осындай қанша қаншама сонша осынша мұнша қалай қайда қайдан қайдағы қашан қашаннан неге ' +
    'неше нешінші нешеу неліктен неткен басқа бойынша туралы арқылы кейін дейін шейін қарай қарсы сияқты секілді ' +
    'гөрі бері бұрын соң үшін жайлы жайында және немесе әлде бірақ алайда сондықтан өйткені егер ғана тек әрі әрдайым'
  ).split(' '),
);

/** Forms whose stem the endings do not show: pronouns, and contracted verbs of everyday use. */
const irregular: ReadonlyMap<string, string> = new Map(
  Object.entries({
    мен: 'менің маған мені менде менен менімен',
    сен: 'сенің саған сені сенде сенен сенімен',
    ол: 'оның оған оны онда одан онымен ондағы',
    бұл: 'бұның бұған бұны бұнда бұдан бұнымен мұның мұны мұнда мұнымен мұндағы',
    сол: 'соның соған соны сонда содан сонымен сондағы',
    осы: 'осының осыған осыны осында осыдан осымен осындағы',
    біз: 'біздің бізге бізді бізде бізден бізбен',
    сіз: 'сіздің сізге сізді сізде сізден сізбен',
    не: 'ненің нені неде неден немен',
    кім: 'кімнің кімге кімді кімде кімнен кіммен кімдер',
    бол: 'боп',
    кел: 'кеп',
    қыл: 'қып ғып',
    жат: 'жатыр жатырмын жатырмыз жатырсың жатырсыз',
  }).flatMap(([stem, forms]) => forms.split(' ').map((form) => [form, stem] as const)),
);

export const analyser = createAnalyser({
  suffixes,
  // prettier-ignore
  lost: { ә: 'а', ғ: 'г', қ: 'к', ң: 'н', ө: 'о', ұ: 'у', ү: 'у', һ: 'х', і: 'и' },
  unchanging,
  irregular,
  lastSound,
  harmonyOf,
  hasVowel,
  stemShape,
  unlikeliness,
});

export const { analyse, nameStems } = analyser;

/** A word as it is typed without Kazakh letters: «адамның» → «адамнын». й and ё stay. */
export const withRussianLetters = analyser.withoutLost;
