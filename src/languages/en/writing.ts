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
    wasBorn: ['born(?: on)?'],
    unlikePlates: [],
    home: {
      streets: ['street', String.raw`st\.`, 'avenue', String.raw`ave\.`, 'microdistrict'],
      houses: [String.raw`(?:house|building)\s*(?:no\.?\s*)?\d+`],
      flats: [String.raw`(?:flat|apartment|apt\.?)\s*(?:no\.?\s*)?\d+`],
    },
  },
  unwritten: ['insert', 'to be confirmed', 'tbc', 'name', 'date', 'add', 'fill in'],
  linkWords: [
    'here',
    'click here',
    'this link',
    'link',
    'read more',
    'more',
    'learn more',
    'details',
    'download',
  ],
  frontMatter: {
    yes: ['true', 'yes', 'y', 'on', '1'],
    no: ['false', 'no', 'n', 'off', '0'],
    drafts: ['draft', 'private', 'pending', 'unpublished', 'future'],
    // The names that Hugo, Jekyll, Eleventy, Hexo, Astro's themes and exports of WordPress use.
    fields: {
      date: [
        ...['publishdate', 'pubdate', 'publisheddate', 'publishedat', 'datepublished', 'created'],
        ...['createdat', 'releasedate', 'embargo'],
      ],
      expires: ['expirydate', 'expiredate', 'expiration', 'unpublishdate', 'validuntil'],
      summary: ['description', 'excerpt', 'abstract', 'lead', 'subtitle', 'deck', 'intro'],
      title: ['name', 'headline', 'heading'],
      cover: [
        ...['image', 'thumbnail', 'featuredimage', 'heroimage', 'coverimage', 'ogimage', 'banner'],
        ...['picture', 'photo'],
      ],
      coverAlt: ['imagealt', 'heroimagealt', 'alt'],
      topics: ['tags', 'tag', 'categories', 'category', 'keywords', 'topic'],
      people: ['author', 'authors', 'person', 'byline'],
      divisions: ['division', 'department', 'departments', 'organization'],
      aliases: ['redirectfrom', 'redirects', 'alias', 'permalink', 'url'],
      kind: ['type', 'contenttype'],
      eventStart: ['start', 'startdate', 'eventdate'],
      eventEnd: ['end', 'enddate'],
      eventPlace: ['location', 'place', 'venue'],
      attachments: ['files', 'documents', 'downloads', 'attachment'],
      pinnedUntil: ['pinned', 'sticky', 'featured'],
    },
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
