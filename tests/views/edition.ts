import { renderBody } from '#body/render.ts';
import type { Edition } from '#edition/edition.ts';
import { makeLists } from '#edition/lists.ts';
import type { Model } from '#site/model.ts';
import { urls } from '#site/urls.ts';
import { type Content, modelOf } from '../site/content.ts';

/** An edition of a small site without pictures, as of the moment of `modelOf`. */
export async function editionOf(files: Content): Promise<Edition> {
  const model = modelOf(files);
  return { model, now: new Date(0), preview: false, reached: () => false, pictureSizes: new Map(), bodies: await bodiesOf(model), pictures: new Map(), lists: makeLists(model), byId: new Map(model.announcements.map((one) => [one.id, one])), sizes: new Map() };
}

async function bodiesOf({ announcements, strings, site }: Model): Promise<Edition['bodies']> {
  const texts = announcements.flatMap(({ id, texts }) => Object.values(texts).map((text) => ({ id, ...text })));
  const picture = () => Promise.reject(new Error('no pictures here'));
  return new Map(await Promise.all(texts.map(async ({ id, locale, source }) => {
    const { body } = await renderBody(source, { strings: strings.get(locale)!, base: site.base, address: urls.announcement(locale, id), has: () => false, picture });
    return [source.file, body] as const;
  })));
}
