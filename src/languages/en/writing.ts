import type { Writing } from '#languages/writing.ts';

export const writing: Writing = {
  letters: 'abcdefghijklmnopqrstuvwxyz“”—',
  romanisation: { letters: {} },
  dates: {
    months:
      'january february march april may june july august september october november december'.split(
        ' ',
      ),
    monthEndings: [],
    afterYear: [],
    beforeDay: [],
  },
  numbers: { scales: {}, inWords: {} },
  headNoun: 'first',
  personal: {
    born: [],
    birthDate: ['date of birth'],
    identityCards: [String.raw`(?:identity|ID)\s+card`, 'passport'],
    unlikePlates: [],
  },
  imports: {
    dateLabels: ['date'],
    beforePlace: [],
    afterPlace: [],
    pictureNames: ['image', 'picture', 'photo', 'img'],
    pictureSentences: ['automatically generated'],
  },
  abbreviations: ['mr', 'mrs', 'dr', 'no'],
};
