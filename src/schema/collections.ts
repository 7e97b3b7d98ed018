import { z } from 'zod';

// The shapes of Astro's content collections: the public data of a site, for pages and components of a theme
// (docs/reference/theme.md). Later versions may add fields. Renaming or removing one is a breaking change.

/** One text for each language of the site, by language tag. */
const perLocale = z.record(z.string(), z.string());

/** The addresses of one page in several languages, by language tag, as used in links. */
const addresses = z.record(z.string(), z.string());

/** A reference to an entry of another collection, as `getEntry` and `getEntries` take it. */
function reference<Name extends string>(collection: Name) {
  return z.strictObject({ collection: z.literal(collection), id: z.string() });
}

/** A picture in a size and format that every browser can show. */
const picture = z.strictObject({
  /** The value for the `src` of an `<img>`. */
  src: z.string(),
  /** In pixels. */
  width: z.number(),
  height: z.number(),
  alt: z.string(),
  caption: z.string().optional(),
  /** The name of its author. */
  credit: z.string().optional(),
});

/** A text of an announcement in one language. Its id is `ru/2026/night-patrol`. */
const announcement = z.strictObject({
  locale: z.string(),
  /** The id of the announcement, the same in every language: `2026/night-patrol`. */
  announcement: z.templateLiteral([z.number(), '/', z.string()]),
  /** The address of its page, as used in links. */
  url: z.string(),
  /** The addresses of all its languages, including this one. */
  versions: addresses,
  title: z.string(),
  /** As the author wrote it, or else the first paragraph. */
  summary: z.string(),
  kind: z.string(),
  published: z.date(),
  /** The last public correction of this text, or else the moment when this language came out. */
  updated: z.date(),
  topics: z.array(reference('topics')),
  divisions: z.array(reference('divisions')),
  people: z.array(reference('people')),
  /** The event that the announcement invites to. */
  event: z
    .strictObject({
      start: z.date(),
      end: z.date().optional(),
      place: z.string().optional(),
      /** A web address. */
      online: z.string().optional(),
      /** Both as of this build. */
      begun: z.boolean(),
      over: z.boolean(),
    })
    .optional(),
  /** The decisions of a meeting. */
  outcomes: z.array(
    z.strictObject({
      text: z.string(),
      division: reference('divisions').optional(),
      due: z.date().optional(),
      status: z.string(),
    }),
  ),
  /** Whether it has expired as of this build. */
  expired: z.boolean(),
  /** Set when withdrawn: the page stays, with a notice, but lists leave it out. */
  withdrawn: z.strictObject({ on: z.date(), reason: z.string() }).optional(),
  pinned: z.boolean(),
  /** Whether it is not public. Only true in a preview. */
  held: z.boolean(),
  /** The approximate reading time in minutes, at least 1. */
  minutes: z.number(),
  cover: picture.optional(),
  attachments: z.array(
    z.strictObject({
      url: z.string(),
      /** The file name. */
      name: z.string(),
      title: z.string(),
      /** In bytes. */
      size: z.number(),
    }),
  ),
});

/** A standing page in one language. Its id is `ru/about`. */
const page = z.strictObject({
  locale: z.string(),
  /** The id of the page, the same in every language: `about`. */
  page: z.string(),
  url: z.string(),
  versions: addresses,
  title: z.string(),
  summary: z.string().optional(),
});

const topic = z.strictObject({
  label: perLocale,
  description: perLocale.optional(),
  /** The addresses of its pages. */
  urls: addresses,
});

const division = z.strictObject({
  name: perLocale,
  shortName: perLocale.optional(),
  head: reference('people').optional(),
  phone: z.string().optional(),
  email: z.string().optional(),
  address: perLocale.optional(),
  parent: reference('divisions').optional(),
  urls: addresses,
});

/** A person whom the public may see. */
const person = z.strictObject({
  name: perLocale,
  role: perLocale,
  division: reference('divisions').optional(),
  portrait: z
    .strictObject({ src: z.string(), width: z.number(), height: z.number(), alt: perLocale })
    .optional(),
  urls: addresses,
});

/** The settings of `site.yaml`. There is one entry; its id is `site`. */
const site = z.strictObject({
  /** The absolute address of the site, including its path. */
  url: z.string(),
  /** The path of the site: `/` or `/press/`. */
  base: z.string(),
  /** In the order of `site.yaml`. */
  locales: z.array(z.string()),
  defaultLocale: z.string(),
  /** An IANA name. */
  timeZone: z.string(),
  name: perLocale,
  description: perLocale,
  publisher: z.strictObject({
    type: z.string(),
    name: perLocale,
    address: perLocale.optional(),
  }),
  contacts: z.strictObject({
    phones: z.array(z.strictObject({ label: perLocale.optional(), number: z.string() })),
    emails: z.array(z.strictObject({ label: perLocale.optional(), address: z.string() })),
    hours: perLocale.optional(),
  }),
  accounts: z.array(z.strictObject({ label: z.string(), url: z.string() })),
});

/** The schema of each collection, by the name that `getCollection` takes. */
export const collectionSchemas = {
  announcements: announcement,
  pages: page,
  topics: topic,
  divisions: division,
  people: person,
  site,
};

export type CollectionName = keyof typeof collectionSchemas;

/** The data of an entry of a collection. */
export type CollectionData<Name extends CollectionName> = z.output<
  (typeof collectionSchemas)[Name]
>;
