import { syllables } from './letters.ts';

/**
 * Native stems rarely end in two consonants. Nouns that do mostly end in ст, рт, нк …; verbs in рт, йт, рқ, лп …
 * («айт», «қорқ»).
 */
const oddNounEnd = /[^аәеоөұүыіэёяиюурлнй][^аәеоөұүыіэёяиюутқкп]$/u;
const oddVerbEnd = /[^аәеоөұүыіэёяиюурлйн][^аәеоөұүыіэёяию]$|[рлйн][^аәеоөұүыіэёяиюуткқп]$/u;

/** Verbs of two syllables and more end in a vowel, л, н, р, с, т, й, or in ық and ік. */
const oddLongVerb = /[мңзшжғгбвфхц]$|[аәеоөұүя][қк]$/u;

/**
 * A stem that ends in ы, і or и is usually one with part of an ending left. Real stems with such an end mostly name a
 * person («оқушы»).
 */
const narrowEnd = /(?<!ш[ыі])(?<=[ыіи])$/u;

/** How much less likely a stem is because of its shape, on the scale of `Suffix.worth`. */
export function unlikeliness(stem: string, kind: 'whole' | 'noun' | 'verb'): number {
  const verb = kind === 'verb';
  const short = stem.length <= 2 ? 2 : stem.length === 3 && !verb ? 0.5 : 0;
  const cluster = (verb ? oddVerbEnd : oddNounEnd).test(stem) ? 1 : 0;
  const narrow = kind !== 'whole' && narrowEnd.test(stem) ? 0.9 : 0;
  const long = verb && syllables(stem) > 3 ? 0.5 : 0;
  const noVerb = verb && oddLongVerb.test(stem) && syllables(stem) > 1 ? 1 : 0;
  return short + cluster + narrow + long + noVerb;
}
