import type { Locale } from '#lang/locale.ts';
import { builtInStrings } from '#lang/built-in.ts';
import { guessLocale } from '#lang/guess-locale.ts';
import { firstOf, inLocale, must } from '#lang/lookup.ts';
import { nearest } from '#lang/nearest.ts';
import { isSlug, slugOf } from '#lang/slug.ts';
import { guessMoment } from '#lang/read-moment.ts';
import { dayIn, isoIn, readMoment, showWritten, startOf } from '#lang/time.ts';
import { type Kind, kinds } from '#schema/announcement.ts';
import type { Basics } from '#site/read-basics.ts';
import type { DraftOptions } from '#authoring/draft.ts';
import type { Asker, PromptChoice } from '#cli/terminal/prompts.ts';
import { type Call, type OptionName } from '#cli/command.ts';
import { helpIn } from '#cli/help-texts.ts';
import { UserError } from '#messages/user-error.ts';

/**
 * Reads the new announcement from the options. What they leave out is asked at a terminal. Without a terminal,
 * defaults apply: news of today in the promised languages.
 * @throws {UserError} for an invalid value
 */
export async function newOptions(
  { values, args, say, locale: editor }: Call<'new'>,
  { site, registry }: Basics,
  now: Date,
  asker?: Asker,
): Promise<DraftOptions> {
  const answer = async <Value>(
    option: OptionName,
    read: (written: string) => Value,
    ask: (asker: Asker) => Promise<Value>,
    usual: () => Value,
  ): Promise<Value> => {
    const written = values[option];
    return typeof written === 'string' ? read(written) : asker ? ask(asker) : usual();
  };
  const moment = (
    option: 'date' | 'starts' | 'expires',
    preset: string | undefined,
    usual: () => string,
  ) =>
    answer(
      option,
      (written) => momentOf(written, site.timeZone) ?? refuseMoment(written),
      (person) =>
        person.line(
          say(`new.${option}`),
          (written) => momentOf(written, site.timeZone),
          say('ask.moment'),
          preset,
        ),
      usual,
    );
  const ids = (option: 'divisions' | 'topics', known: readonly PromptChoice<string>[]) =>
    answer(
      option,
      (written) =>
        listOf(
          written,
          known.map(({ value }) => value),
          option,
        ),
      async (person) => (known.length > 0 ? person.some(say(`new.${option}`), known, []) : []),
      () => [],
    );

  const title =
    args[0]?.trim() ||
    (await asker?.line(say('new.title'), (text) => text || undefined, say('ask.something')));
  if (!title)
    throw new UserError('missing-argument', { argument: helpIn(editor).say('argument.title') });
  const locale = guessLocale(title, site.locales) ?? site.defaultLocale;

  const labels = must(builtInStrings(editor), `dictionary of ${editor}`);
  const kind = await answer(
    'kind',
    (written) => firstOf(listOf(written, kinds, 'kind')) as Kind,
    (person) =>
      person.one(
        say('new.kind'),
        kinds.map((value) => ({ value, label: labels[`kind.${value}`] as string })),
      ),
    () => 'news' as const,
  );
  const today = isoIn(site.timeZone, now).slice(0, 10);
  const date = await moment('date', today, () => today);
  const needed = (option: 'starts' | 'expires') =>
    moment(option, undefined, () => {
      throw new UserError('kind-needs', { kind, option: `--${option}` });
    });
  const eventStart = kind === 'event' ? await needed('starts') : undefined;
  const expires = kind === 'alert' ? await needed('expires') : undefined;

  const inEditor = (texts: Readonly<Record<Locale, string>>) =>
    texts[editor] ?? inLocale(texts, site.defaultLocale);
  const divisions = await ids(
    'divisions',
    [...registry.divisions.values()].map(({ id, name }) => ({ value: id, label: inEditor(name) })),
  );
  const topics = await ids(
    'topics',
    [...registry.topics.values()].map(({ id, label }) => ({ value: id, label: inEditor(label) })),
  );

  const named = new Intl.DisplayNames(editor, { type: 'language' });
  const languages = await answer(
    'languages',
    (written) => listOf(written, site.locales, 'languages'),
    async (person) =>
      site.locales.length > 1
        ? person.some(
            say('new.languages'),
            site.locales.map((value) => ({ value, label: named.of(value) ?? value })),
            site.promise,
          )
        : site.locales,
    () => site.promise,
  );
  const titles = new Map([[locale, title]]);
  for (const other of languages) {
    if (other === locale) continue;
    titles.set(
      other,
      (await asker?.line(
        say('new.title-in', { language: named.of(other) ?? other }),
        (text) => text,
        '',
      )) || title,
    );
  }

  const suggestion = [...titles]
    .map(([locale, text]) => slugOf(text, locale))
    .find((slug) => slug !== undefined);
  const slug = await answer(
    'slug',
    (written) => (isSlug(written) ? written : refuseSlug(written)),
    (person) =>
      person.line(
        say('new.slug'),
        (written) => (isSlug(written) ? written : undefined),
        say('ask.slug'),
        suggestion,
      ),
    () => suggestion ?? refuseSlug(title),
  );
  return {
    slug,
    year: dayIn(
      site.timeZone,
      startOf(must(readMoment(date), 'moment of an announcement'), site.timeZone),
    ).year,
    kind,
    date,
    eventStart,
    expires,
    divisions,
    topics,
    titles,
  };
}

/** A moment in the form that content uses. `22.01.2026` and `22.01.2026 10:00` are also understood. */
function momentOf(written: string, zone: string): string | undefined {
  const moment = guessMoment(written, zone);
  return moment && showWritten(moment, zone);
}

function listOf(written: string, known: readonly string[], option: string): string[] {
  const ids = written
    .split(',')
    .map((id) => id.trim())
    .filter(Boolean);
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown !== undefined || ids.length === 0)
    throw new UserError('not-known', {
      value: unknown ?? written,
      option: `--${option}`,
      nearest: nearest(unknown ?? '', known) ?? known[0] ?? '',
      known: known.join(', ') || '—',
    });
  return [...new Set(ids)];
}

function refuseMoment(value: string): never {
  throw new UserError('bad-moment', { value });
}

function refuseSlug(value: string): never {
  throw new UserError('bad-slug', { value, suggestion: slugOf(value) ?? 'road-safety-week' });
}
