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
    shortMonths: 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' '),
    weekdays:
      'monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun'.split(
        ' ',
      ),
    beforeTime: ['at'],
    afterTime: [],
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
    papers: ['press release', 'media advisory', 'for immediate release'],
    officesBegin: [],
    officesEnd: [],
    byWhom: [],
    fileNames: [['en'], ['eng'], ['англ', 'ағыл'], ['english', 'английский', 'ағылшынша']],
    shortWords: ['the', 'and', 'of', 'to', 'in'],
    noCategory: ['uncategorized'],
    excuses: ['browser'],
  },
  abbreviations: ['mr', 'mrs', 'dr', 'no'],
};
