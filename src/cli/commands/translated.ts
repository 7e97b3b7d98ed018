import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '#lang/locale.ts';
import { mustGet } from '#lang/lookup.ts';
import { Problems } from '#schema/problem.ts';
import { withField } from '#schema/front-matter.ts';
import { announcementId, type ValidAnnouncement } from '#site/announcement.ts';
import { readSite } from '#site/read-site.ts';
import { changeBehind, recordedSource, sourceNow } from '#site/translation.ts';
import { type Call, type Run } from '#cli/command.ts';
import { clockOf, contentFolder, contentPrefix } from '#cli/folders.ts';
import { namedAnnouncement } from './named-announcement.ts';
import { print } from '#cli/terminal/print.ts';
import { UserError } from '#messages/user-error.ts';

/**
 * `npm run translated`: records that a text is up to date with the text that it translates. With `--typo`, the
 * source changed only by a corrected typo, so its translations need no change. All of them are then recorded unless
 * a language is given.
 */
export const translated: Run<'translated'> = async (call) => {
  const folder = contentFolder(call);
  const read = readSite({ folder, clock: clockOf(call), showHeld: true });
  if (!read.model) throw new Problems(read.problems);
  const one = namedAnnouncement(call.args[0], read);
  for (const locale of languages(one, call)) record(folder, one, locale, call);
};

function languages(
  one: ValidAnnouncement,
  { args: [, written], values }: Call<'translated'>,
): Locale[] {
  const id = announcementId(one);
  const others = [...one.files].flatMap(([locale, { value }]) =>
    recordedSource(value.translatedFrom) ? [locale] : [],
  );
  if (written === undefined) {
    if (values.typo && others.length > 0) return others;
    throw new UserError('which-language', { id, languages: [...one.files.keys()].join(', ') });
  }
  if (!one.files.has(written)) throw new UserError('no-text-in', { id, language: written });
  return [written];
}

function record(
  folder: string,
  one: ValidAnnouncement,
  locale: Locale,
  { say, values }: Call,
): void {
  const { file, value } = mustGet(one.files, locale);
  const from = sourceOf(one, locale, values.from);
  if (values.typo) checkTypo(one, locale);
  const shown = { file: `${contentPrefix}${file}`, language: from };
  const state = sourceNow(one.files, from);
  if (value.translatedFrom === state) return print(say('translated.already', shown));

  const path = join(folder, file);
  const edited = withField(readFileSync(path, 'utf8'), 'translatedFrom', state);
  if (edited === undefined)
    throw new UserError('cannot-write-field', {
      file: shown.file,
      line: `translatedFrom: ${state}`,
    });
  writeFileSync(path, edited);
  print(say('translated.done', shown));
  if (value.machineTranslated) print(say('translated.machine', { file: shown.file }));
}

/**
 * The recorded source of a translation, or else the first text in another language that is not a translation itself.
 */
function sourceOf(one: ValidAnnouncement, locale: Locale, wish: string | undefined): Locale {
  const others = [...one.files].filter(([other]) => other !== locale);
  const recorded = recordedSource(mustGet(one.files, locale).value.translatedFrom)?.from;
  const original = others.find(
    ([, { value }]) => !value.translatedFrom && !value.machineTranslated,
  )?.[0];
  const from = wish ?? recorded ?? original;
  const id = announcementId(one);
  if (from === undefined)
    throw new UserError('nothing-to-translate-from', { id, language: locale });
  if (!others.some(([other]) => other === from))
    throw new UserError('no-text-in', { id, language: from });
  return from;
}

/**
 * A corrected typo neither adds nor removes a paragraph, and the text must have followed an earlier state of its
 * source.
 * @throws {UserError} if either is not so
 */
function checkTypo(one: ValidAnnouncement, locale: Locale): void {
  const params = { id: announcementId(one), language: locale };
  if (!recordedSource(mustGet(one.files, locale).value.translatedFrom))
    throw new UserError('not-recorded-yet', params);
  if ((changeBehind(one.files, locale)?.lost ?? 0) !== 0)
    throw new UserError('more-than-a-typo', params);
}
