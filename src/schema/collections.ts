import { z } from 'zod';

// What Astro's content collections hold: the public data of a site, for own pages and components (docs/reference/theme.md).
// Later versions may add fields. To rename or remove one is a breaking change.

/** One text for each language of the site, by its tag. */
const perLocale = z.record(z.string(), z.string());

/** The addresses of one page in several languages, by language tag, as links write them. */
const addresses = z.record(z.string(), z.string());

/** Names an entry of another collection: `getEntry` and `getEntries` take it. */
function reference<Name extends string>(collection: Name) {
  return z.strictObject({ collection: z.literal(collection), id: z.string() });
}

/** A picture in the size and format that every browser can show. */
const picture = z.strictObject({
  /** As an `<img>` writes it. */
  src: z.string(),
  /** In pixels. */
  width: z.number(),
  height: z.number(),
  alt: z.string(),
  caption: z.string().optional(),
  /** Who made it: a name. */
  credit: z.string().optional(),
});

/** A text of an announcement in one language. Its id is `ru/2026/night-patrol`. */
const announcement = z.strictObject({
  locale: z.string(),
  /** The id that the announcement has in every language: `2026/night-patrol`. */
  announcement: z.templateLiteral([z.number(), '/', z.string()]),
  /** The address of its page, as links write it. */
  url: z.string(),
  /** The addresses of all its languages, this one included. */
  versions: addresses,
  title: z.string(),
  /** As the author wrote it, or else the first paragraph. */
  summary: z.string(),
  kind: z.string(),
  published: z.date(),
  /** The last public correction of this text, or when this language came out. */
  updated: z.date(),
  topics: z.array(reference('topics')),
  divisions: z.array(reference('divisions')),
  people: z.array(reference('people')),
  /** What it invites to. */
  event: z
    .strictObject({
      start: z.date(),
      end: z.date().optional(),
      place: z.string().optional(),
      /** An address on the web. */
      online: z.string().optional(),
      /** Both as of this build. */
      begun: z.boolean(),
      over: z.boolean(),
    })
    .optional(),
  /** What a meeting decided. */
  outcomes: z.array(
    z.strictObject({
      text: z.string(),
      division: reference('divisions').optional(),
      due: z.date().optional(),
      status: z.string(),
    }),
  ),
  /** No longer current as of this build. */
  expired: z.boolean(),
  /** Withdrawn: its page stays, under a notice, and lists leave it out. */
  withdrawn: z.strictObject({ on: z.date(), reason: z.string() }).optional(),
  pinned: z.boolean(),
  /** Not public: true only where a preview shows it. */
  held: z.boolean(),
  /** How long it takes to read: about, and at least one. */
  minutes: z.number(),
  cover: picture.optional(),
  attachments: z.array(
    z.strictObject({
      url: z.string(),
      /** The name of the file. */
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
  /** The id that the page has in every language: `about`. */
  page: z.string(),
  url: z.string(),
  versions: addresses,
  title: z.string(),
  summary: z.string().optional(),
});

const topic = z.strictObject({
  label: perLocale,
  description: perLocale.optional(),
  /** Its pages. */
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

/** What `site.yaml` says. There is one entry; its id is `site`. */
const site = z.strictObject({
  /** The whole address of the site, with its path. */
  url: z.string(),
  /** The path under which the site lies: `/` or `/press/`. */
  base: z.string(),
  /** In the order of the site. */
  locales: z.array(z.string()),
  defaultLocale: z.string(),
  /** IANA name. */
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

/** The schema of the data of each collection, by the name that `getCollection` takes. */
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
