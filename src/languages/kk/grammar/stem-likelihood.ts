import { syllables } from './letters.ts';

/** Native stems seldom end in two consonants: nouns that do mostly end in ст, рт, нк …; verbs in рт, йт, рқ, лп … («айт», «қорқ»). */
const oddNounEnd = /[^аәеоөұүыіэёяиюурлнй][^аәеоөұүыіэёяиютқкп]$/u;
const oddVerbEnd = /[^аәеоөұүыіэёяиюурлйн][^аәеоөұүыіэёяию]$|[рлйн][^аәеоөұүыіэёяиюуткқп]$/u;

/** What is left when ы or і is left over; stems that do end in one mostly say who («оқушы»). */
const narrowEnd = /(?<!ш[ыі])(?<=[ыіи])$/u;

/** How much less likely a stem is for its own looks, on the scale of the worth of endings. */
export function unlikeliness(stem: string, kind: 'whole' | 'noun' | 'verb'): number {
  const verb = kind === 'verb';
  const short = stem.length <= 2 ? 2 : stem.length === 3 && !verb ? 0.5 : 0;
  const cluster = (verb ? oddVerbEnd : oddNounEnd).test(stem) ? 1 : 0;
  const narrow = kind !== 'whole' && narrowEnd.test(stem) ? 0.9 : 0;
  const long = verb && syllables(stem) > 3 ? 0.5 : 0;
  return short + cluster + narrow + long;
}
