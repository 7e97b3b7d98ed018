import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { z } from 'zod';
import type { Locale } from '#lang/locale.ts';
import { mustGet } from '#lang/lookup.ts';
import { writeYaml } from '#lang/yaml.ts';
import { joinFrontMatter } from '#schema/front-matter.ts';
import { contentFormat, type siteFile } from '#schema/site.ts';

/** What a press office enters to start a site. */
export interface NewSite {
  /** The first is the default language. */
  readonly locales: readonly Locale[];
  readonly url: string;
  readonly timeZone: string;
  /** The name of the site in each language. */
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

/** The `site.yaml` of a new site, with the required settings only. Further settings are added when they are needed. */
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

/** What git and its hosts put into a repository without content, and systems into any folder. */
const ofNobody =
  /^(?:\.git|\.gitattributes|\.gitignore|\.gitkeep|\.DS_Store|README\.md|LICEN[CS]E(?:\.(?:md|txt))?)$/u;

/** Whether a folder can take a new site: it does not exist, or is empty, or is a fresh clone of an empty repository. */
export function isFree(folder: string): boolean {
  return !existsSync(folder) || readdirSync(folder).every((name) => ofNobody.test(name));
}

/** The CODEOWNERS file for the root of the site's repository. It names who must review the theme, which is code. */
const codeOwners = `# The theme is code that runs when the site is built. Put in place of this name those who review it.
/theme/ @our-organisation/developers
`;

/**
 * Writes the content folder of a new site into a free folder. When the parent folder is also new, it is taken for the
 * root of a new repository and gets a CODEOWNERS file, because the site's theme will lie there.
 * @param pages the standing pages, by slug and then by language
 * @returns the paths of the written files, relative to the folder
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
