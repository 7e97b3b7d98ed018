import type { Root } from 'hast';
import { existsSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { withEmphasisBeforeEndings } from '#body/emphasis.ts';
import { parseForeignMarkdown, parseSource } from '#body/parse.ts';
import { walk } from '#body/walk.ts';
import { groupsOf } from '#lang/lookup.ts';
import { readWrittenDate } from '#lang/read-day.ts';
import { createAlbum } from '#importers/album.ts';
import { decodeOld } from '#importers/decode.ts';
import { readTree } from '#importers/html/read-html.ts';
import { languageOfCode } from '#importers/language-of-code.ts';
import type { FormatReader, ImportNote, InputFile } from '#importers/imported.ts';
import { pictureTaker, type PictureTaker } from '#importers/picture-taker.ts';
import { sourceFingerprint } from '#importers/source-fingerprint.ts';
import { partFrontMatter } from './front-matter.ts';
import { withoutCodes } from './template-codes.ts';

/** Reads a Markdown file as Hugo, Jekyll, Eleventy, Astro and editors for them keep it, with its pictures. */
export const readMarkdown: FormatReader = async function* (file) {
  const { name, path, bytes } = file;
  const notes: ImportNote[] = [];
  const text = decodeOld(bytes, notes);
  if (text === undefined) {
    yield { source: name, reason: 'undecodable', params: {} };
    return;
  }
  const stem = basename(path, extname(path));
  if (/^_index(?:\.|$)/u.test(stem)) {
    yield { source: name, reason: 'not-an-announcement', params: { kind: '_index' } };
    return;
  }
  const { fields, body: written, isBroken } = partFrontMatter(text);
  if (isBroken) {
    yield { source: name, reason: 'damaged', params: { detail: 'front matter' } };
    return;
  }
  const said = readFields(fields, notes);
  const album = createAlbum();
  const taker = siteTaker(file, pictureTaker(file, album, notes), album);
  let comments = 0;
  const codeless = withoutCodes(
    written,
    (code) => notes.push({ id: 'template-code', params: { code } }),
    () => comments++,
  );
  const html = withEmphasisBeforeEndings(parseSource(codeless, 'md'), codeless);
  if (comments > 0) notes.push({ id: 'comments-dropped', params: { count: String(comments) } });
  const body = readTree(withNotes(parseForeignMarkdown(html)), { album, notes, ...taker });
  const cover = said.cover === undefined ? undefined : taker.picture(said.cover.source);
  const { date: dateOfName, slug: slugOfName } = nameOf(path);
  if (body.children.length === 0 && !said.title) {
    yield { source: name, reason: 'empty', params: {} };
    return;
  }
  yield {
    source: name,
    origin: { kind: 'markdown', id: sourceFingerprint(bytes) },
    title: said.title,
    date: said.date ?? dateOfName,
    locale: said.locale,
    draft: said.isDraft,
    slug: said.slug ?? slugOfName,
    summary: said.summary,
    categories: said.categories,
    cover: cover === undefined ? undefined : { name: cover, alt: said.cover?.alt },
    body,
    pictures: album.files,
    addresses: said.addresses,
    notes: [...album.notes, ...notes],
  };
};

const dated = /^(?<date>\d{4}-\d{2}-\d{2})-(?<slug>.+)$/u;

/** `_posts/2026-01-22-roads.md` says the day, and how the page was called. */
function nameOf(path: string): { readonly date?: string; readonly slug?: string } {
  const stem = basename(path, extname(path)).replace(/\.[a-z]{2}$/iu, '');
  const name = stem === 'index' ? basename(dirname(path)) : stem;
  return dated.test(name) ? groupsOf<'date' | 'slug'>(dated, name) : {};
}

/** Fields that steer only how the other program shows a page. */
const ofPrograms = new Set(
  'layout type toc math mermaid comments weight id uid guid published draft hidden robots sitemap template eleventyNavigation permalinkPattern pin isCJKLanguage translationKey'.split(
    ' ',
  ),
);

function readFields(fields: Readonly<Record<string, unknown>>, notes: ImportNote[]) {
  const used = new Set<string>();
  const first = <Value>(names: readonly string[], read: (value: unknown) => Value | undefined) => {
    for (const name of names) {
      if (!(name in fields)) continue;
      const value = read(fields[name]);
      if (value === undefined) continue;
      used.add(name);
      return value;
    }
    return undefined;
  };
  const word = (value: unknown) => {
    if (value instanceof Date) return value.toISOString();
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  };
  const words = (value: unknown): string[] | undefined => {
    const list = Array.isArray(value)
      ? value
      : typeof value === 'string'
        ? value.split(/\s*,\s*/u)
        : [];
    const found = list.flatMap((one) => word(one) ?? []);
    return found.length > 0 ? found : undefined;
  };
  const taxonomies = fields.taxonomies;
  if (typeof taxonomies === 'object' && taxonomies !== null) used.add('taxonomies');
  const others = (taxonomies ?? {}) as Readonly<Record<string, unknown>>;
  const date = first(['date', 'pubDate', 'publishDate', 'pubDatetime', 'published_at'], word);
  const cover = first(
    [
      'cover',
      'image',
      'featured_image',
      'featuredImage',
      'thumbnail',
      'heroImage',
      'ogImage',
      'banner',
    ],
    coverOf,
  );
  const permalink = first(['permalink', 'url'], (value) =>
    typeof value === 'string' && !/[:{]/u.test(value.replace(/^https?:\/\//u, ''))
      ? value
      : undefined,
  );
  const found = {
    title: first(['title'], word),
    date: date === undefined ? undefined : (readWrittenDate(date) ?? date),
    isDraft: fields.draft === true || fields.published === false || fields.hidden === true,
    slug: first(['slug'], word),
    locale: first(['lang', 'language', 'locale'], (value) => {
      const code = word(value);
      return code === undefined ? undefined : languageOfCode(code);
    }),
    summary: first(['summary', 'description', 'excerpt', 'lead', 'subtitle'], word),
    categories: [
      ...(first(['categories', 'category', 'topics'], words) ?? []),
      ...(first(['tags', 'keywords'], words) ?? []),
      ...Object.values(others).flatMap((value) => words(value) ?? []),
    ],
    cover,
    addresses: [
      ...(permalink === undefined ? [] : [permalink]),
      ...(first(['aliases', 'redirect_from'], words) ?? []),
    ].filter((address) => /^(?:\/|https?:\/\/)/u.test(address)),
  };
  for (const [name, value] of Object.entries(fields))
    if (!used.has(name) && !ofPrograms.has(name))
      notes.push({ id: 'field-left-out', params: { name, value: shown(value) } });
  return found;
}

function coverOf(value: unknown): { source: string; alt?: string } | undefined {
  if (typeof value === 'string') return { source: value };
  if (typeof value !== 'object' || value === null) return undefined;
  const { src, image, url, path, alt } = value as Record<string, unknown>;
  const source = [src, image, url, path].find((one) => typeof one === 'string');
  return typeof source === 'string'
    ? { source, ...(typeof alt === 'string' && { alt }) }
    : undefined;
}

function shown(value: unknown): string {
  return (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 120);
}

/** Folders in which generators keep what a page names from the root of the site. */
const roots = ['static', 'public', 'assets', 'src/assets', 'src', 'source', '.'];

/** Takes also pictures that are named from the root of the site: `/images/a.jpg` in `static/` above the text. */
function siteTaker(
  file: InputFile,
  taker: PictureTaker,
  album: ReturnType<typeof createAlbum>,
): PictureTaker {
  const near = (source: string): InputFile | undefined => {
    if (!source.startsWith('/') || source.startsWith('//')) return undefined;
    for (let folder = dirname(file.path), up = 0; up < 8; up++) {
      for (const root of roots) {
        const beside = { ...file, path: join(folder, root, 'x') };
        if (existsSync(join(folder, root)) && album.hasFile(beside, `.${source}`)) return beside;
      }
      if (dirname(folder) === folder) break;
      folder = dirname(folder);
    }
    return undefined;
  };
  return {
    has: (source) => near(source) !== undefined || taker.has(source),
    picture(source) {
      const beside = near(source);
      return beside ? album.addFile(beside, `.${source}`) : taker.picture(source);
    },
  };
}

/** Footnotes under the names by which the reader of HTML knows them. */
function withNotes(tree: Root): Root {
  const numbers = new Map<string, number>();
  walk(tree, (list) => {
    if (!/^fn-/u.test(String(list.properties.id ?? '')) || list.tagName !== 'li') return;
    const id = String(list.properties.id);
    numbers.set(id, numbers.size + 1);
    list.properties.id = `footnote-${numbers.get(id)}`;
  });
  walk(tree, (element, parent, index) => {
    const { tagName, properties } = element;
    const id = decodeURI(String(properties.href ?? '')).replace(/^#/u, '');
    if (tagName === 'a' && numbers.has(id)) properties.href = `#footnote-${numbers.get(id)}`;
    else if (tagName === 'a' && /^fnref-/u.test(id)) properties.href = '';
    else if (tagName === 'h2' && properties.id === 'footnote-label')
      parent.children[index] = { type: 'text', value: '' };
  });
  return tree;
}
