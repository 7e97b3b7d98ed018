import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { describe, expect, test } from 'vitest';
import config from '../html-validate.ts';
import { contents, type SiteName } from './build-all.ts';
import { oneOfEachKind } from './kinds-of-page.ts';
import { builtSite } from './site.ts';

const validator = new HtmlValidate(new StaticConfigLoader(config));

async function faultsOf(markup: string, file: string): Promise<string[]> {
  const { results } = await validator.validateString(markup, file);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${file}: ${ruleId}: ${message} (${selector})`),
  );
}

/**
 * Together, these sites show everything that a text can contain. For the other sites, one page of each kind is enough.
 */
const wholeSites: readonly SiteName[] = ['mixed', 'shipped'];

describe.each(Object.keys(contents) as SiteName[])('%s', (name) => {
  test('every page is valid HTML', async () => {
    const site = builtSite(name);
    const all = site.files.filter((file) => file.endsWith('.html') && !file.startsWith('/_'));
    const pages = wholeSites.includes(name)
      ? all
      : oneOfEachKind(all.map((file) => file.replace('index.html', ''))).map((address) =>
          address.replace(/\/$/u, '/index.html'),
        );
    expect(pages.length).toBeGreaterThan(8);
    const faults = await Promise.all(pages.map((file) => faultsOf(site.text(file), file)));
    expect(faults.flat()).toEqual([]);
  });
});

test.each([
  ['<ul><p>x</p></ul>', 'element-permitted-content'],
  ['<p id="a">x</p><p id="a">y</p>', 'no-dup-id'],
  ['<img src="x.jpg">', 'wcag/h37'],
  ['<p>x</div>', 'close-order'],
  ['<table><tr><th scope="all">x</th></tr></table>', 'attribute-allowed-values'],
  ['<button>x</button>', 'no-implicit-button-type'],
])('invalid: %s', async (markup, rule) => {
  const faults = await faultsOf(
    `<!DOCTYPE html><html lang="ru"><head><title>x</title></head><body>${markup}</body></html>`,
    'x.html',
  );
  expect(faults.join('\n')).toContain(rule);
});
