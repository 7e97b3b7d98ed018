import { z } from 'zod';
import { guessZone } from '#lang/guess-zone.ts';
import { guessTag, isKnownLocale } from '#lang/locale.ts';
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

/**
 * The version of the content format that this version of Jarshy reads. It increases when content must be written
 * differently.
 */
export const contentFormat = 1;

/** The address of a site. It may contain a path. */
export const siteAddress = accepted(isSiteAddress, addressFault);

function isSiteAddress(url: string): boolean {
  return /^https?:\/\//u.test(url) && URL.canParse(url) && !/[?#]/u.test(url);
}

/** The address of a site that was written without its beginning: `press.example.org`. */
export function withHttps(written: string): string | undefined {
  const host =
    /^(?:\/\/)?(?<rest>[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?::\d+)?(?:\/[^\s]*)?)$/u.exec(
      written.trim(),
    );
  const url = `https://${host?.groups?.rest ?? ''}`;
  return host && isSiteAddress(url) ? url : undefined;
}

function addressFault(written: string): FieldFault {
  const corrected = withHttps(written);
  if (corrected !== undefined) return { id: 'url-without-https', params: { corrected } };
  return /^https?:\/\/\S+$/u.test(written)
    ? { id: 'bad-url', params: {} }
    : { id: 'bad-format', params: { example: 'https://press.example.org/' } };
}

/** What is wrong with a time zone. */
function zoneFault(written: string): FieldFault {
  const guess = guessZone(written);
  return guess
    ? { id: `zone-${guess.written}`, params: { corrected: guess.zone } }
    : { id: 'bad-time-zone', params: {} };
}

/** What is wrong with a language tag. */
function tagFault(written: string): FieldFault {
  const corrected = guessTag(written);
  return corrected === undefined
    ? { id: 'unknown-language', params: {} }
    : { id: 'language-code', params: { corrected } };
}

/** `content/site.yaml`: the settings of a press office for the whole site. */
export const siteFile = z.strictObject({
  /** The version of the content format. */
  format: z.number().refine((version) => version === contentFormat, {
    params: { id: 'content-format', params: { known: contentFormat } } satisfies FieldFault,
  }),
  /** The public address of the site. It may contain a path. */
  url: siteAddress,
  /** Whether this is an example, which nobody publishes by accident: `publish` asks for `--example`. */
  example: z.boolean().optional(),
  /** Language tags. The first is the default. */
  locales: z.array(accepted(isKnownLocale, tagFault)).refine((tags) => tags.length > 0, {
    params: { id: 'bad-format', params: { example: '[kk, ru]' } } satisfies FieldFault,
  }),
  /** The languages in which every announcement must come out. Default: all. */
  promise: z.array(z.string()).optional(),
  /** An IANA name: the time zone in which days begin and end. */
  timeZone: accepted(isTimeZone, zoneFault),
  name: perLocale,
  /** The name in the header of each page, where there is room for two or three words. Default: the name. */
  shortName: perLocale.optional(),
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
      /** A font family installed on the reader's device. */
      font: line.optional(),
      /** The press office's own font file: WOFF2, at most 60 KB, with the letters of all languages of the site. */
      fontFile: fileBeside.optional(),
    })
    .default({}),
  /** Whether to make a picture with the title of each announcement, shown where a link to it is shared. */
  socialCards: z.boolean().default(true),
  /**
   * Whether to write compressed copies (`.br`, `.gz`) of each text file, for servers that send them. Hosts that
   * compress by themselves do not need them; without the copies, only one file of three is left.
   */
  compressedCopies: z.boolean().default(true),
  perPage: wholeNumber(1, 200).default(20),
  /** Whether to make an archive with the texts and full-size pictures of each announcement, for journalists. */
  pressKits: z.boolean().default(false),
  /** Whether a text comes out only in a state that a second person has approved. */
  approval: z.enum(['none', 'required']).default('none'),
  /** The WebSub hub that is notified of new entries. */
  hub: webAddress.optional(),
  /**
   * The authority in the ids of feed entries: a host name that was yours on a given date (RFC 4151). Default: the host
   * of `url`. When the site moves to another host, set it to the old one: the ids stay the same and no entry appears
   * again as new.
   */
  feedAuthority: matching(
    /^[a-z0-9.-]+,\d{4}(?:-\d{2}(?:-\d{2})?)?$/u,
    'press.example.org,2026',
  ).optional(),
  indexNowKey: matching(/^[\w-]{8,128}$/u, '0123456789abcdef').optional(),
});

export type SiteFile = z.output<typeof siteFile>;
