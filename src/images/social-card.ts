import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp, { type OverlayOptions, type Sharp } from 'sharp';
import { lastOf } from '#lang/lookup.ts';
import type { Colour } from '#schema/colour.ts';
import { light, transparent, white } from '#styles/colours.ts';
import { cardSize } from './card-size.ts';

/** Everything that a social card shows. Together with the drawing code it decides the bytes. */
export interface SocialCard {
  readonly title: string;
  /** Above the title: the name of the site. */
  readonly site: string;
  /** Below the title: the day, and the kind if there is one. */
  readonly note: string;
  readonly rightToLeft: boolean;
  readonly ground: Colour;
  /** The path of a picture; undefined if the press office has no emblem. */
  readonly emblem: string | undefined;
}

const margin = 72;
const lines = cardSize.width - 2 * margin;
const titleRoom = 330;
const emblemSize = 84;
const top = 56;
const bandHeight = 28;

/** Font sizes of the title in pixels; the largest at which the title fits is used. */
const titleSizes = [72, 62, 54, 46, 40] as const;

/** In characters. Longer titles are cut and end with an ellipsis. */
const longestTitle = 220;

/** Increase it when the drawing below changes. */
const recipe = 1;

const font = fileURLToPath(new URL('../styles/fonts/golos-text.ttf', import.meta.url));
/** The gold of the band on the pages. The band has the same background colour as a card. */
const mark = light['band-mark'];

/**
 * A hash of everything that decides the bytes of a card: its contents, the typeface, the drawing code and the
 * libraries.
 */
export function cardDigest(card: SocialCard): string {
  const { emblem, ...shown } = card;
  const files = [font, ...(emblem ? [emblem] : [])].map((file) =>
    createHash('sha256').update(readFileSync(file)).digest('hex'),
  );
  return createHash('sha256')
    .update(JSON.stringify([recipe, shown, files, sharp.versions]))
    .digest('hex')
    .slice(0, 20);
}

/**
 * Draws a card as JPEG. On one machine, the same card gives the same bytes. Letters that our typeface lacks are drawn
 * with a font of the system.
 */
export async function drawCard(card: SocialCard): Promise<Buffer> {
  const { title, note, rightToLeft } = card;
  const heading = await fitted(
    title.length > longestTitle ? `${title.slice(0, longestTitle).trimEnd()}…` : title,
  );
  const day = await words(note, 30, 400, mark, lines);
  const { data, info } = await groundOf(card);
  return sharp(data, { raw: info })
    .composite([placed(heading, margin, 176, rightToLeft), placed(day, margin, 528, rightToLeft)])
    .jpeg({ quality: 76 })
    .toBuffer();
}

interface Pixels {
  readonly data: Buffer;
  readonly info: { readonly width: number; readonly height: number; readonly channels: 3 | 4 };
}

// Backgrounds by their contents. A site has one for each language, and uses it for thousands of cards.
const grounds = new Map<string, Promise<Pixels>>();

/** The background that all cards of a language share. */
function groundOf({ site, rightToLeft, ground, emblem }: SocialCard): Promise<Pixels> {
  const key = JSON.stringify([site, rightToLeft, ground, emblem]);
  let drawn = grounds.get(key);
  if (!drawn) grounds.set(key, (drawn = drawGround(site, rightToLeft, ground, emblem)));
  return drawn;
}

async function drawGround(
  site: string,
  rightToLeft: boolean,
  ground: Colour,
  emblem: string | undefined,
): Promise<Pixels> {
  const badge =
    emblem &&
    (await pixelsOf(
      sharp(emblem, { density: 300 })
        .resize(emblemSize, emblemSize, { fit: 'contain', background: transparent })
        .ensureAlpha(),
    ));
  const beside = badge ? emblemSize + 24 : 0;
  const name = await words(site, 30, 600, white, lines - beside);
  const layers: OverlayOptions[] = [
    ...(badge ? [placed(badge, margin, top, rightToLeft)] : []),
    placed(
      name,
      margin + beside,
      top + Math.max(0, Math.round((emblemSize - name.info.height) / 2)),
      rightToLeft,
    ),
    { input: Buffer.from(band), left: 0, top: cardSize.height - bandHeight },
  ];
  return pixelsOf(
    sharp({ create: { ...cardSize, channels: 3, background: ground } })
      .composite(layers)
      .removeAlpha(),
  );
}

/**
 * A layer at a position.
 * @param start the distance from the side at which lines begin, in pixels
 */
function placed(
  { data, info }: Pixels,
  start: number,
  from: number,
  rightToLeft: boolean,
): OverlayOptions {
  return {
    input: data,
    raw: info,
    left: rightToLeft ? cardSize.width - start - info.width : start,
    top: from,
  };
}

async function pixelsOf(picture: Sharp): Promise<Pixels> {
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  return {
    data,
    info: { width: info.width, height: info.height, channels: info.channels as 3 | 4 },
  };
}

/** The ornament of the pages, along the bottom edge. */
const band = `<svg xmlns="http://www.w3.org/2000/svg" width="${cardSize.width}" height="${bandHeight}" fill="none" stroke="${mark}" stroke-width="1.6" stroke-linecap="round"><defs><pattern id="o" width="48" height="16" patternUnits="userSpaceOnUse" patternTransform="scale(1.5)"><path d="M24 14C24 8 20.5 3.5 16 3.5c-3.8 0-6 2.3-6 5 0 2.4 1.7 3.9 3.7 3.9 1.6 0 2.7-1.1 2.7-2.4M24 14c0-6 3.5-10.5 8-10.5 3.8 0 6 2.3 6 5 0 2.4-1.7 3.9-3.7 3.9-1.6 0-2.7-1.1-2.7-2.4M0 14l3.5-3.5L7 14M41 14l3.5-3.5L48 14M22 3.5l2-2 2 2-2 2z"/></pattern></defs><path fill="url(#o)" stroke="none" d="M0 0h${cardSize.width}v${bandHeight}H0z"/></svg>`;

async function fitted(title: string): Promise<Pixels> {
  for (const size of titleSizes) {
    const drawn = await words(title, size, 600, white, lines);
    if (drawn.info.height <= titleRoom && drawn.info.width <= lines) return drawn;
  }
  const least = await words(title, lastOf(titleSizes), 600, white, lines);
  return pixelsOf(
    sharp(least.data, { raw: least.info }).extract({
      left: 0,
      top: 0,
      width: Math.min(least.info.width, lines),
      height: Math.min(least.info.height, titleRoom),
    }),
  );
}

/** Draws a text. Only Pango markup can set its colour, so the text is escaped. */
async function words(
  text: string,
  size: number,
  weight: number,
  colour: Colour,
  width: number,
): Promise<Pixels> {
  const markup = `<span foreground="${colour}">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</span>`;
  // At 72 dpi, a point is a pixel.
  return pixelsOf(
    sharp({
      text: {
        text: markup,
        font: `Golos Text weight=${weight} ${size}`,
        fontfile: font,
        width,
        rgba: true,
        dpi: 72,
        wrap: 'word-char',
        spacing: Math.round(size * 0.12),
      },
    }),
  );
}
