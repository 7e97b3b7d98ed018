import { must } from '#lang/lookup.ts';
import type { PlaceholderTable } from '#lang/placeholders.ts';
import { hash } from 'node:crypto';
import { memoize } from '#memo.ts';
import { headersOf } from '#outputs/headers.ts';
import type { Page } from '#checks/readers/output.ts';
import type { FindingOf, FinishedRuleContext, Rule } from '#checks/rule.ts';

const sentences = {
  'inline-code': ['page', 'name'],
  'foreign-request': ['page', 'address'],
} as const satisfies PlaceholderTable;
type Found = FindingOf<typeof sentences>;

/**
 * Pages request only what their Content-Security-Policy allows, in the header and in `<meta>`: nothing from other
 * sites, and no inline code except what a hash allows.
 */
export const policy: Rule<Found> = {
  name: 'policy',
  severity: 'error',
  sentences,
  find(checked) {
    const allows = lookUp();
    return checked.output.pages.flatMap((page) => [
      ...inlineFaults(page, allows),
      ...requestFaults(page, checked),
    ]);
  },
};

function inlineFaults(page: Page, allows: Allows): Found[] {
  const policies = [
    must(headersOf(page.path)['Content-Security-Policy'], 'policy of a page'),
    ...(page.policy === undefined ? [] : [page.policy]),
  ];
  return page.inline
    .filter(({ kind, text }) => {
      if (kind === 'attribute') return true;
      const answers = policies.map((each) => allows(each, kind, text));
      return answers.includes('no') || !answers.includes('yes');
    })
    .map(({ name }): Found => ({
      id: 'inline-code',
      page,
      params: { page: page.path, name },
    }));
}

type Allows = (
  policyText: string,
  kind: 'script' | 'style',
  text: string,
) => 'yes' | 'no' | 'not asked';

/**
 * CSP Level 3, 6.7.2.3: a hash in the directive, or in default-src if there is no such directive. Pages of one kind
 * have the same policy and code, so each result is computed once.
 */
function lookUp(): Allows {
  const digests = memoize((text: string) => `'sha256-${hash('sha256', text, 'base64')}'`);
  const policies = memoize(
    (policyText: string) =>
      new Map(
        policyText
          .split(';')
          .map((directive) => directive.trim().split(/\s+/u))
          .map(([name = '', ...sources]) => [name, sources]),
      ),
  );
  return (policyText, kind, text) => {
    const directives = policies(policyText);
    const sources = directives.get(`${kind}-src`) ?? directives.get('default-src');
    return sources ? (sources.includes(digests(text)) ? 'yes' : 'no') : 'not asked';
  };
}

function requestFaults(page: Page, { output }: FinishedRuleContext): Found[] {
  return page.requests
    .filter(
      ({ address }) =>
        !address.startsWith('data:image/') && output.resolve(address, page.path).to === 'elsewhere',
    )
    .map(({ address }): Found => ({
      id: 'foreign-request',
      page,
      needle: address,
      params: { page: page.path, address },
    }));
}
