import { z } from 'zod';
import { isKnownLocale } from '#lang/locale.ts';
import { isTimeZone } from '#lang/time.ts';
import { accentColour } from './colour.ts';
import {
  accepted,
  email,
  type FieldFault,
  fileBeside,
  line,
  matching,
  perLocale,
  phone,
  webAddress,
  wholeNumber,
} from './fields.ts';

/** The version of the content format that this Jarshy reads. It rises when content must be written differently. */
export const contentFormat = 1;

/** The address of a site; may contain a path. */
export const siteAddress = webAddress.refine((url) => URL.canParse(url) && !/[?#]/u.test(url), {
  params: { id: 'bad-url', params: {} } satisfies FieldFault,
});

/** `content/site.yaml`: what a press office says about its site as a whole. */
export const siteFile = z.strictObject({
  /** The version of the content format. */
  format: z.number().refine((version) => version === contentFormat, {
    params: { id: 'content-format', params: { known: contentFormat } } satisfies FieldFault,
  }),
  /** Where the site will be found; may contain a path. */
  url: siteAddress,
  /** Language tags; the first is the default. */
  locales: z.array(accepted(isKnownLocale, 'unknown-language')).refine((tags) => tags.length > 0, {
    params: { id: 'bad-format', params: { example: '[kk, ru]' } } satisfies FieldFault,
  }),
  /** The languages every announcement must come out in; absent: all. */
  promise: z.array(z.string()).optional(),
  /** IANA name: the zone in which a day begins and ends. */
  timeZone: accepted(isTimeZone, 'bad-time-zone'),
  name: perLocale,
  description: perLocale,
  publisher: z.strictObject({
    /** A type of schema.org: GovernmentOrganization, PoliceStation, Organization. */
    type: z.string().default('GovernmentOrganization'),
    name: perLocale,
    address: perLocale.optional(),
  }),
  contacts: z
    .strictObject({
      phones: z.array(z.strictObject({ label: perLocale.optional(), number: phone })).default([]),
      emails: z.array(z.strictObject({ label: perLocale.optional(), address: email })).default([]),
      hours: perLocale.optional(),
    })
    .default({ phones: [], emails: [] }),
  accounts: z.array(z.strictObject({ label: line, url: webAddress })).default([]),
  emblem: fileBeside.optional(),
  theme: z
    .strictObject({
      accent: accentColour.optional(),
      /** A family of the reader's device. */
      font: line.optional(),
      /** A file of one's own: WOFF2, at most 60 KB, with the letters of all languages of the site. */
      fontFile: fileBeside.optional(),
    })
    .default({}),
  /** A picture with the title of each announcement, shown where a link to it is shared. */
  socialCards: z.boolean().default(true),
  /** Beside each text what servers send packed (`.br`, `.gz`). Hosts that pack by themselves need none of it: of three files one is left. */
  compressedCopies: z.boolean().default(true),
  perPage: wholeNumber(1, 200).default(20),
  /** An archive with the texts and full-size pictures of each announcement, for journalists. */
  pressKits: z.boolean().default(false),
  /** A WebSub hub that is told of new entries. */
  hub: webAddress.optional(),
  /**
   * Under what name feeds name their entries: a host that was yours on a day, as RFC 4151 has it. Absent: the host of `url`.
   * To be set when the site moves to another host, to the old one: entries keep their names and nothing arrives twice.
   */
  feedAuthority: matching(
    /^[a-z0-9.-]+,\d{4}(?:-\d{2}(?:-\d{2})?)?$/u,
    'press.example.org,2026',
  ).optional(),
  indexNowKey: matching(/^[\w-]{8,128}$/u, '0123456789abcdef').optional(),
});

export type SiteFile = z.output<typeof siteFile>;
