import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { z } from 'zod';
import type { Locale } from '#lang/locale.ts';
import { mustGet } from '#lang/lookup.ts';
import { writeYaml } from '#lang/yaml.ts';
import { joinFrontMatter } from '#schema/front-matter.ts';
import { contentFormat, type siteFile } from '#schema/site.ts';

/** What a press office says of itself to begin with. */
export interface NewSite {
  /** The first is the default. */
  readonly locales: readonly Locale[];
  readonly url: string;
  readonly timeZone: string;
  /** For each language. */
  readonly names: ReadonlyMap<Locale, string>;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
}

/** A standing page in one language. */
export interface NewPage {
  readonly title: string;
  readonly summary: string;
  /** Markdown. */
  readonly body: string;
}

/** The smallest content folder: its settings. Everything else is added when there is something to say. */
export function settingsOf({
  locales,
  url,
  timeZone,
  names,
  email,
  phone,
}: NewSite): z.input<typeof siteFile> {
  const name = Object.fromEntries(locales.map((locale) => [locale, mustGet(names, locale)]));
  const contacts = {
    ...(phone && { phones: [{ number: phone }] }),
    ...(email && { emails: [{ address: email }] }),
  };
  return {
    format: contentFormat,
    url,
    locales: [...locales],
    timeZone,
    name,
    description: name,
    publisher: { name },
    ...(Object.keys(contacts).length > 0 && { contacts }),
  };
}

/** Whether a folder is free for a new site: not there, or empty. */
export function isFree(folder: string): boolean {
  return !existsSync(folder) || readdirSync(folder).length === 0;
}

/** Who has to review the theme of a site, which is code: for the root of its repository. */
const codeOwners = `# The theme is code that runs when the site is built. Put in place of this name those who review it.
/theme/ @our-organisation/developers
`;

/**
 * Writes the content folder of a new site into a free folder. Where the folder around it is new as well, and so will be the
 * repository, it gets a CODEOWNERS file: the theme of the site will lie there.
 * @param pages its standing pages: by slug, and each by language
 * @returns the files, from that folder
 */
export function writeSite(
  folder: string,
  site: NewSite,
  pages: ReadonlyMap<string, ReadonlyMap<Locale, NewPage>> = new Map(),
): string[] {
  const texts = [...pages].flatMap(([slug, versions]) =>
    [...versions].map(
      ([locale, page]) => [`pages/${slug}/index.${locale}.md`, markdownOf(page)] as const,
    ),
  );
  const around = isFree(dirname(folder)) ? [['../CODEOWNERS', codeOwners] as const] : [];
  const files = [['site.yaml', writeYaml(settingsOf(site))] as const, ...texts, ...around];
  for (const [name, text] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text, { flag: 'wx' });
  }
  return files.map(([name]) => name);
}

function markdownOf({ body, ...fields }: NewPage): string {
  return joinFrontMatter(writeYaml(fields), body);
}
