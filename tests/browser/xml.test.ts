import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contents, type SiteName } from '../sites/build-all.ts';
import { builtSite } from '../sites/site.ts';
import { sharedBrowser } from './launch.ts';

let page: Page;
beforeAll(async () => {
  page = await (await sharedBrowser()).newPage();
});
afterAll(() => page.close());

/** What a browser, which forgives nothing in XML, finds wrong with documents. */
function faultsIn(documents: ReadonlyArray<readonly [string, string]>): Promise<string[]> {
  return page.evaluate(
    (all) =>
      all.flatMap(([name, text]) => {
        const error = new DOMParser()
          .parseFromString(text, 'application/xml')
          .querySelector('parsererror');
        return error ? [`${name}: ${error.textContent}`] : [];
      }),
    documents,
  );
}

test.each(Object.keys(contents) as SiteName[])(
  'the feeds and the sitemap of %s are well-formed XML',
  async (name) => {
    const site = builtSite(name);
    const documents = site.files
      .filter((file) => file.endsWith('.xml'))
      .map((file) => [file, site.text(file)] as const);
    expect(documents.length).toBeGreaterThan(5);
    expect(await faultsIn(documents)).toEqual([]);
  },
);

test('what is not well formed is found', async () => {
  expect(
    await faultsIn([
      ['x.xml', '<a><b></a>'],
      ['y.xml', '<a>&nbsp;</a>'],
      ['z.xml', '<a>\u0001</a>'],
      ['good.xml', '<a/>'],
    ]),
  ).toHaveLength(3);
});
