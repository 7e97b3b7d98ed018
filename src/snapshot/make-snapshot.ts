import { statSync } from 'node:fs';
import { join } from 'node:path';
import { noBody } from '#body/render.ts';
import type { BodyContext, MdxRenderer } from '#body/body.ts';
import { type BuildCache, createBuildCache } from '#cache/build-cache.ts';
import type { Clock } from '#clock.ts';
import type { Original } from '#images/picture.ts';
import { byCode } from '#lang/sort.ts';
import { createMdxPool, type MdxPool } from '#mdx/renderer.ts';
import { addToLedger, forgottenNotices, type Ledger, lostAddresses } from '#history/ledger.ts';
import { endingOf } from '#schema/attachment.ts';
import { type Problem, Problems } from '#schema/problem.ts';
import type {
  Announcement,
  AnnouncementText,
  Body,
  PictureUse,
  Source,
  PageText,
  StandingPage,
  WrittenAnnouncement,
  WrittenModel,
  WrittenPage,
  WrittenText,
} from '#site/model.ts';
import { type Approvals, approvalsOf } from '#site/approval.ts';
import { draftFaults } from '#site/draft-faults.ts';
import { portraitFile } from '#site/public-entries.ts';
import { readSite } from '#site/read-site.ts';
import type { Sources } from '#site/sources.ts';
import { absolute, type OwnScope, urls } from '#site/urls.ts';
import { permanentAddresses, scopeAddresses } from './addresses.ts';
import { linksAfterRemoval, removalNotices } from './removal-notices.ts';
import { type ContentSnapshot, contentSnapshot } from './snapshot.ts';
import { renderCached } from './render-cache.ts';
import { checkEmblem } from './emblem.ts';
import { isWhatItSays } from './file-signature.ts';
import { readTypeface } from './typeface.ts';
import { faultyTexts } from './faulty-texts.ts';
import { ownPages } from './own-pages.ts';
import { readTheme } from './theme.ts';
import { isOfDrafts, withoutPictures } from './without-pictures.ts';
import { createPictureCollector, type PictureCollector } from './pictures.ts';

/** Options of `makeSnapshot`. */
export interface SnapshotOptions {
  /** The content folder. */
  readonly folder: string;
  readonly clock: Clock;
  /** Include held texts, marked as held. */
  readonly preview?: boolean;
  /** The addresses that were ever public. None of them may be lost. */
  readonly ledger?: Ledger | undefined;
  /** See `ReadOptions`. */
  readonly heldBack?: ReadonlySet<string> | undefined;
  /**
   * Lets the build reuse what has not changed since an earlier build. Without it, everything is read and rendered
   * again.
   */
  readonly cache?: BuildCache | undefined;
  /**
   * A pool for callers that make several snapshots, because starting one takes two seconds. Without it, `makeSnapshot`
   * creates its own.
   */
  readonly mdx?: MdxPool;
  /** Where to copy the theme, as an absolute path; see `readTheme`. */
  readonly themeCopy?: string;
}

/** A file that is published unchanged. */
export interface PublishedFile {
  /** The path from the content folder. */
  readonly file: string;
  /** The path from the site's root. */
  readonly address: string;
}

/** A snapshot, and what the rest of the build needs in addition. */
export interface MadeSnapshot {
  readonly snapshot: ContentSnapshot;
  /** The pictures to encode. */
  readonly originals: readonly Original[];
  readonly files: readonly PublishedFile[];
  /** Everything the snapshot was made from, including what is held. For the checks only; Astro must never see it. */
  sources(): Sources;
  /** Every address that was ever public, including those of this snapshot. */
  readonly ledger: Ledger;
  /** Who has approved the public texts; undefined on a site that asks for no approval. */
  readonly approvals: Approvals | undefined;
  /** The problems of the drafts that a preview shows, and what public texts do not show because only drafts say it. */
  readonly unfinished: readonly Problem[];
}

/**
 * Reads a content folder, renders its texts and reads its pictures.
 * @throws {Problems} all problems that stop the build, together
 */
export async function makeSnapshot(options: SnapshotOptions): Promise<MadeSnapshot> {
  const mdx = options.mdx ?? createMdxPool();
  try {
    return await make({ ...options, mdx });
  } finally {
    if (!options.mdx) await mdx.stop();
  }
}

async function make({
  folder,
  clock,
  preview = false,
  ledger = new Map(),
  heldBack,
  cache = createBuildCache(),
  mdx,
  themeCopy,
}: SnapshotOptions & { readonly mdx: MdxPool }): Promise<MadeSnapshot> {
  const {
    model: written,
    sources,
    sound,
    problems: found,
    ended,
    heldFacts,
  } = readSite({
    folder,
    clock,
    showHeld: preview,
    published: new Set(ledger.keys()),
    heldBack,
    cache,
  });
  if (!written) throw new Problems(found);
  // A preview is for authors: a problem in one draft must not hide the other drafts.
  const { ofDrafts, others: problems } =
    preview && found.length > 0 ? draftFaults(found, sources()) : { ofDrafts: [], others: found };

  const { theme, problems: ofTheme } = readTheme(folder, written, themeCopy);
  const renderer = mdx.rendererWith(theme?.components ?? [], theme?.digest ?? '');
  const work: Work = {
    folder,
    model: written,
    cache,
    mdx: renderer,
    shelf: createPictureCollector(folder, cache),
    files: new Map(),
    linkAfterRemoval: linksAfterRemoval(written, ended),
    problems,
    unfinished: [...ofDrafts, ...heldFacts],
    unshown: new Set(),
  };
  // One after the other, so that problems are reported in the order of the texts.
  const announcements: Announcement[] = [];
  for (const one of written.announcements) announcements.push(await renderAnnouncement(work, one));
  const pages: StandingPage[] = [];
  for (const page of written.pages) pages.push(await renderPage(work, page));
  if (found.length > 0 && !preview) await checkOtherBodies(work, found, sources());
  const model = { ...written, announcements, pages };
  for (const { id, portrait } of model.people.values()) {
    if (portrait)
      problems.push(
        ...(await usePicture(work, { file: portraitFile(portrait), line: 1 }, `people/${id}.yaml`)),
      );
  }
  checkFiles(work);
  const { typeface, problems: ofTypeface } = readTypeface(folder, model.site);
  problems.push(...ofTheme, ...checkEmblem(folder, model.site), ...ofTypeface);
  const files = [...work.files]
    .map(([address, file]) => ({ file, address }))
    .sort((a, b) => byCode(a.address, b.address));
  if (problems.length > 0) throw new Problems(problems);

  const used = await work.shelf.used();
  const read = {
    model,
    now: clock.now,
    reached: clock.reached,
    preview,
    pictures: new Map([...used].map(([file, { picture }]) => [file, picture])),
    sizes: new Map(files.map(({ file }) => [file, statSync(join(folder, file)).size])),
    notices: removalNotices(model, []),
    typeface,
    theme,
    folder,
    ownPages: [],
  };
  // The dynamic pages of a theme ask the collections for their addresses.
  const own = theme && (await ownPages(contentSnapshot(read), theme, renderer, cache));
  if (own && own.problems.length > 0) throw new Problems(own.problems);
  const ofContent = permanentAddresses(model, files, own?.pages);
  const before = withoutScopes(ledger, model, ended);
  const forgotten = forgottenNotices(before, ofContent);
  const now = new Map([...ofContent, ...forgotten]);
  // Only after all others: if something could not be read, its addresses may only seem to be lost.
  const lost = lostAddresses(before, now);
  if (lost.length > 0) throw new Problems(lost);
  const snapshot = contentSnapshot({
    ...read,
    notices: removalNotices(model, forgotten.keys()),
    ownPages: own?.pages ?? [],
  });
  return {
    snapshot: withoutPictures(snapshot, work.unshown),
    originals: [...used.values()].map(({ original }) => original),
    files,
    sources,
    ledger: addToLedger(before, now),
    approvals: written.site.approval === 'required' ? approvalsOf(written, sound) : undefined,
    unfinished: work.unfinished,
  };
}

/** Reports the problems in the bodies of texts whose fields have problems. */
async function checkOtherBodies(
  work: Work,
  found: readonly Problem[],
  { texts }: Sources,
): Promise<void> {
  const { announcements, pages, site } = work.model;
  const rendered = new Set(
    [...announcements, ...pages].flatMap((one) =>
      Object.values(one.texts).map(({ source }) => source.file),
    ),
  );
  for (const { source, locale, address } of faultyTexts([...found], texts, site.locales)) {
    if (rendered.has(source.file)) continue;
    const { problems } = await renderText(work, source, locale, address);
    work.problems.push(...problems);
  }
}

/** The ledger without the addresses of these scopes, so that they are no longer required. */
function withoutScopes(
  ledger: Ledger,
  { site: { locales } }: WrittenModel,
  scopes: readonly OwnScope[],
): Ledger {
  const gone = new Set(
    locales.flatMap((locale) => scopes.flatMap((scope) => scopeAddresses(locale, scope))),
  );
  return new Map([...ledger].filter(([address]) => !gone.has(address)));
}

interface Work {
  readonly folder: string;
  readonly model: WrittenModel;
  readonly cache: BuildCache;
  readonly mdx: MdxRenderer;
  readonly shelf: PictureCollector;
  readonly linkAfterRemoval: ReturnType<typeof linksAfterRemoval>;
  /** Address → file. */
  readonly files: Map<string, string>;
  readonly problems: Problem[];
  readonly unfinished: Problem[];
  /** Unreadable pictures of drafts. */
  readonly unshown: Set<string>;
}

async function renderAnnouncement(work: Work, written: WrittenAnnouncement): Promise<Announcement> {
  const { id } = written;
  const texts: Record<string, AnnouncementText> = {};
  for (const text of Object.values(written.texts)) {
    const { locale, source, draft, cover, gallery, attachments } = text;
    const address = urls.announcement(locale, id);
    // A problem in a draft must not stop other texts.
    const faults = draft ? work.unfinished : work.problems;
    const { body, problems } = await renderText(work, source, locale, address);
    texts[locale] = { ...text, body };
    faults.push(
      ...problems,
      ...withoutAlt(source, cover, gallery),
      ...(draft ? withoutWords(text) : []),
    );
    for (const use of [...(cover ? [cover] : []), ...gallery]) {
      const fault = await usePicture(work, use, source.file);
      faults.push(...fault);
      if (fault.length > 0) work.unshown.add(use.file);
    }
    for (const { file, name } of attachments) work.files.set(`${address}${name}`, file);
  }
  return { ...written, texts };
}

async function renderPage(
  work: Work,
  { slug, texts: written }: WrittenPage,
): Promise<StandingPage> {
  const texts: Record<string, PageText> = {};
  for (const text of Object.values(written)) {
    const { locale, source } = text;
    const { body, problems } = await renderText(work, source, locale, urls.page(locale, slug));
    texts[locale] = { ...text, body };
    work.problems.push(...problems);
  }
  return { slug, texts };
}

/** Reports pictures without a description. Only drafts are affected; elsewhere this is reported earlier. */
function withoutAlt(
  { file }: Source,
  cover: PictureUse | undefined,
  gallery: readonly PictureUse[],
): Problem[] {
  const uses = [
    ...(cover ? [['coverAlt', cover] as const] : []),
    ...gallery.map((use, index) => [`gallery.${index}.alt`, use] as const),
  ];
  return uses
    .filter(([, { alt }]) => alt === '')
    .map(([field, { line }]) => ({ id: 'missing-alt', file, line, params: { field } }));
}

/** Reports texts that are missing in the lists of a draft. */
function withoutWords({
  source: { file },
  attachments,
  outcomes,
  corrections,
  updates,
}: WrittenText): Problem[] {
  const missing = (said: readonly string[], field: (index: number) => string) =>
    said.flatMap((words, index) => (words === '' ? [field(index)] : []));
  const fields = [
    ...missing(
      attachments.map(({ title }) => title),
      (index) => `attachments.${index}.title`,
    ),
    ...missing(
      outcomes.map(({ text }) => text),
      (index) => `outcomes.${index}.text`,
    ),
    ...missing(
      corrections.map(({ note }) => note),
      (index) => `corrections.${index}.note`,
    ),
    ...missing(
      updates.map(({ text }) => text),
      (index) => `updates.${index}.text`,
    ),
  ];
  return fields.map((field) => ({ id: 'missing-field', file, params: { field } }));
}

/**
 * Renders a text and registers the files it uses.
 * @returns the body, which is only valid when there are no problems
 */
async function renderText(
  { folder, model, cache, shelf, files, mdx, linkAfterRemoval }: Work,
  source: Source,
  locale: string,
  address: string,
): Promise<{ readonly body: Body; readonly problems: readonly Problem[] }> {
  const beside = source.file.slice(0, source.file.lastIndexOf('/') + 1);
  const strings = model.strings.get(locale);
  if (!strings) return { body: noBody, problems: [] }; // Its dictionary is invalid, which has been reported.
  const context: BodyContext = {
    strings,
    page: absolute(model.site, address),
    base: model.site.base,
    address,
    mdx,
    has: (name) =>
      statSync(join(folder, beside, name), { throwIfNoEntry: false })?.isFile() ?? false,
    linkAfterRemoval,
    picture: (name) => shelf.use(`${beside}${name}`),
  };
  const rendered = await renderCached(cache, source, context);
  for (const name of rendered.body.files) files.set(`${address}${name}`, `${beside}${name}`);
  return rendered;
}

/** Reports files whose content does not match their name, such as an HTML page named `table.csv`. */
function checkFiles({ folder, files, problems, unfinished, model }: Work): void {
  for (const file of new Set(files.values())) {
    if (isWhatItSays(join(folder, file))) continue;
    const faults = isOfDrafts({ model }, file) ? unfinished : problems;
    const name = file.slice(file.lastIndexOf('/') + 1);
    faults.push({
      id: 'file-content',
      file,
      params: { path: name, ending: endingOf(name).toUpperCase() },
    });
  }
}

/**
 * Marks a picture as used.
 * @returns the problems with it
 */
async function usePicture(
  { shelf }: Work,
  { file, line }: Pick<PictureUse, 'file' | 'line'>,
  asker: string,
): Promise<Problem[]> {
  const picture = await shelf.use(file);
  return 'id' in picture ? [{ ...picture, file: asker, line }] : [];
}
