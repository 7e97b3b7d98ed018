import type { ContentSnapshot } from '#snapshot/snapshot.ts';
import { stringIds } from '#lang/strings-keys.ts';
import type { Sources } from '#site/sources.ts';

/**
 * Everything that is public: the public texts, the parts of other texts that the model shows, the interface texts, and
 * what the theme says: its pages may have a word that a held text has, too.
 */
export function* publicTexts(
  { model, theme }: Pick<ContentSnapshot, 'model' | 'theme'>,
  { texts, files }: Sources,
): Generator<string> {
  for (const { standing, written } of texts) if (standing === 'public') yield written;
  for (const { standing, file } of files) if (standing === 'public') yield file;
  yield* theme?.texts ?? [];
  for (const strings of model.strings.values())
    yield* stringsIn(stringIds.map((id) => strings.message(id)));
  yield* stringsIn(model.site);
  yield* model.moved.keys();
  for (const { id, texts: shown, ...facts } of model.announcements) {
    yield `news/${id}`;
    yield* stringsIn(facts);
    for (const { locale, source: _, body: __, ...text } of Object.values(shown)) {
      yield `${locale}/news/${id}`;
      yield* stringsIn(text);
    }
  }
  for (const { reasons } of model.removed) yield* stringsIn(reasons);
}

function* stringsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null)
    for (const item of Object.values(value)) yield* stringsIn(item);
}
