import type { PlaceholderTable } from '#lang/placeholders.ts';
import type { FindingOf, FinishedRuleContext, Rule } from '#checks/rule.ts';
import type { Page } from '#checks/readers/output.ts';
import { mustGet } from '#lang/lookup.ts';

const sentences = {
  'wrong-language': ['page', 'lang', 'expected'],
  'broken-translation': ['page', 'address'],
} as const satisfies PlaceholderTable;
type Found = FindingOf<typeof sentences>;

/** Every page declares its language, and pages that link to each other as translations agree on it. */
export const languages: Rule<Found> = {
  name: 'languages',
  severity: 'error',
  sentences,
  find: (checked) =>
    checked.output.pages.flatMap((page) => [
      ...ownLanguage(checked, page),
      ...translations(checked, page),
    ]),
};

function ownLanguage({ snapshot }: FinishedRuleContext, page: Page): Found[] {
  const { site, strings, moved } = snapshot.model;
  const [, locale = ''] = page.path.split('/');
  if (!site.locales.includes(locale) || moved.has(page.path)) return [];
  const dir = mustGet(strings, locale).dir;
  if (page.lang === locale && page.dir === dir) return [];
  return [
    {
      id: 'wrong-language',
      page,
      params: { page: page.path, lang: page.lang ?? '', expected: locale },
    },
  ];
}

/**
 * Search engines accept a translation only if both pages name each other and each page names itself; of `x-default`, too.
 */
function translations({ output }: FinishedRuleContext, page: Page): Found[] {
  if (page.alternates.length === 0) return [];
  const faults = page.alternates.flatMap(({ lang, href }): Found[] => {
    const destination = output.resolve(href, page.path);
    const returns =
      destination.to === 'page' &&
      (lang === 'x-default' || destination.page.lang === lang) &&
      destination.page.alternates.some(
        (other) => other.lang === page.lang && other.href === page.canonical,
      );
    return returns || page.path === '/'
      ? []
      : [{ id: 'broken-translation', page, params: { page: page.path, address: href } }];
  });
  const namesItself =
    page.path === '/' || page.alternates.some(({ href }) => href === page.canonical);
  return namesItself
    ? faults
    : [
        ...faults,
        {
          id: 'broken-translation',
          page,
          params: { page: page.path, address: page.canonical ?? '' },
        },
      ];
}
