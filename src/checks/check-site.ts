import type { Edition } from '#edition/edition.ts';
import type { Source } from '#site/model.ts';
import { urls } from '#site/urls.ts';
import { feeds } from './feeds.ts';
import { languages } from './languages.ts';
import { links } from './links.ts';
import type { Output } from './output.ts';
import type { Finding, Rule } from './rule.ts';
import { titles } from './titles.ts';

/** Every rule, in the order in which they are told. */
export const rules: readonly Rule[] = [links, languages, titles, feeds];

/** Asks every rule about a finished site. */
export function checkSite(edition: Edition, output: Output): Finding[] {
  const sources = textsByPage(edition);
  return rules.flatMap(({ name, severity, find }) =>
    find({ edition, output }).map(({ id, params, page, needle }): Finding => {
      const source = sources.get(page.path);
      return { rule: name, severity, page: page.path, id, params, file: source?.file ?? page.path, line: source && needle ? lineOf(source, needle, edition.model.site.base) : undefined };
    }),
  );
}

/** The text that a page was made from, by the path of the page. */
function textsByPage({ model }: Edition): Map<string, Source> {
  const announcements = model.announcements.flatMap(({ id, texts }) => Object.values(texts).map(({ locale, source }) => [urls.announcement(locale, id), source] as const));
  const pages = model.pages.flatMap(({ slug, texts }) => Object.values(texts).map(({ locale, source }) => [urls.page(locale, slug), source] as const));
  return new Map([...announcements, ...pages]);
}

/** The line of a text that says something; the site's base, which texts do not write, is left out of what is looked for. */
function lineOf({ body, bodyLine }: Source, needle: string, base: string): number | undefined {
  const written = needle.startsWith(base) ? needle.slice(base.length - 1) : needle;
  const index = body.split('\n').findIndex((line) => line.includes(written) || line.includes(decodeURI(written)));
  return index < 0 ? undefined : index + bodyLine;
}
