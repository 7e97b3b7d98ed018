import { relative, resolve } from 'node:path';
import { createClock } from '#clock.ts';
import { builtInLocales } from '#lang/built-in.ts';
import type { Locale } from '#lang/locale.ts';
import { officeTags } from '#languages/languages.ts';
import { isTimeZone } from '#lang/time.ts';
import { email, phone } from '#schema/fields.ts';
import { guessZone } from '#lang/guess-zone.ts';
import { siteAddress, withHttps } from '#schema/site.ts';
import { isFree, type NewPage, type NewSite, writeSite } from '#authoring/new-site.ts';
import { type Asker, personAt } from '#cli/terminal/prompts.ts';
import { type Call, type OptionName, type Run } from '#cli/command.ts';
import { accessibilityStatement } from './accessibility-statement.ts';
import { wrap } from '#cli/terminal/wrap.ts';
import { UserError } from '#messages/user-error.ts';

/** `npm run init`: writes the smallest content folder for another press office. */
export const init: Run<'init'> = async (call) => {
  const { values, say, cwd } = call;
  const [written] = call.args;
  const folder = resolve(cwd, written);
  if (!isFree(folder)) throw new UserError('folder-not-empty', { folder: written });
  const { now } = createClock();
  const asker = values.json ? undefined : personAt(process, say);
  try {
    const site = await siteOf(call, asker);
    const files = writeSite(folder, site, standingPages(site, now)).map((file) =>
      relative(cwd, resolve(folder, file)),
    );
    if (values.json) console.log(JSON.stringify({ folder: relative(cwd, folder), files }, null, 2));
    else
      console.log(
        [
          ...wrap(say('init.written', { folder: relative(cwd, folder) || '.' }), 0),
          '',
          ...wrap(say('init.next'), 0),
          `  npm start -- --content ${written}`,
          `  npm run new -- --content ${written}`,
          '',
          ...wrap(say('init.public'), 0),
        ].join('\n'),
      );
  } finally {
    asker?.close();
  }
};

/** The standing pages of a new site, by slug and language. */
export function standingPages(site: NewSite, now: Date): Map<string, Map<Locale, NewPage>> {
  const statement = new Map(
    builtInLocales
      .filter((locale) => site.locales.includes(locale))
      .map((locale) => [locale as Locale, accessibilityStatement(site, locale, now)] as const),
  );
  return new Map([['accessibility', statement]]);
}

const usualZone = 'Asia/Almaty';

/**
 * Reads the new site from the options, and asks for the rest at a terminal. Contacts are optional.
 * @throws {UserError} for an invalid value, or for a missing one if there is no terminal to ask at
 */
export async function siteOf(
  { values, say, locale: editor }: Pick<Call, 'values' | 'say' | 'locale'>,
  asker?: Asker,
): Promise<NewSite> {
  const answer = async (
    option: OptionName,
    text: 'url' | 'email' | 'phone' | 'time-zone',
    accepts: (written: string) => boolean,
    preset?: string,
  ): Promise<string | undefined> => {
    const written = values[option];
    if (typeof written === 'string') return accepts(written) ? written : refuse(text, written);
    if (!asker) return preset;
    const optional = text === 'email' || text === 'phone';
    const given = await asker.line(
      say(`init.${text}`),
      (line) => ((line === '' && optional) || accepts(line) ? line : undefined),
      say('ask.again'),
      preset,
    );
    return given || undefined;
  };
  const named = new Intl.DisplayNames(editor, { type: 'language' });
  const written = values.languages?.split(',').map((tag) => tag.trim());
  const unknown = written?.find((tag) => !builtInLocales.some((locale) => locale === tag));
  if (unknown !== undefined)
    throw new UserError('unknown-site-language', {
      language: unknown,
      languages: builtInLocales.join(', '),
    });
  const locales =
    written ??
    (await asker?.some(
      say('new.languages'),
      builtInLocales.map((value) => ({ value, label: named.of(value) ?? value })),
      officeTags,
    )) ??
    officeTags;
  if (locales.length === 0)
    throw new UserError('unknown-site-language', {
      language: '—',
      languages: builtInLocales.join(', '),
    });

  const names = new Map<string, string>();
  for (const locale of locales) {
    const name =
      values.name ??
      (await asker?.line(
        say('init.name', { language: named.of(locale) ?? locale }),
        (line) => line || undefined,
        say('ask.something'),
      ));
    if (!name) throw new UserError('option-missing', { option: '--name' });
    names.set(locale, name);
  }
  const url = await answer('url', 'url', (line) => siteAddress.safeParse(line).success);
  if (!url) throw new UserError('option-missing', { option: '--url' });
  const timeZone = (await answer('time-zone', 'time-zone', isTimeZone, usualZone)) ?? usualZone;
  return {
    locales: [...new Set(locales)],
    names,
    url,
    timeZone,
    email: await answer('email', 'email', (line) => email.safeParse(line).success),
    phone: await answer('phone', 'phone', (line) => phone.safeParse(line).success),
  };
}

/** Examples for values that cannot be guessed. */
const examples = {
  url: 'https://press.example.org/',
  'time-zone': usualZone,
  email: 'press@example.org',
  phone: '"+7 727 000 00 00"',
};

/** @throws {UserError} with what the person most likely means, or an example */
function refuse(option: keyof typeof examples, value: string): never {
  const meant = { url: withHttps(value), 'time-zone': guessZone(value)?.zone };
  const corrected = (option in meant && meant[option as keyof typeof meant]) || examples[option];
  throw new UserError('bad-value', { option: `--${option}`, value, corrected });
}
