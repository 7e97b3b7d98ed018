import { describe, expect, test } from 'vitest';
import { htmlOf, type Found, problemsOf, render } from './texts.ts';

describe('where a link leads', () => {
  test.each([
    ['another site', '[x](https://example.org/?a=1&b=2)', 'https://example.org/?a=1&#x26;b=2'],
    ['an address alone', '<https://example.org/>', 'https://example.org/'],
    ['a letter', '[x](mailto:press@example.org)', 'mailto:press@example.org'],
    ['a call', '[x](tel:+77270000000)', 'tel:+77270000000'],
    ['a page of the site', '[x](/kk/news/)', '/press/kk/news/'],
    ['a place on the page', '[x](#places)', '#places'],
    ['a file', '[x](./plan.pdf)', '/press/ru/week/plan.pdf'],
    ['a place in a file', '[x](plan.pdf#page=2)', '/press/ru/week/plan.pdf#page=2'],
    ['a file with a Cyrillic name', '[x](план.pdf)', '/press/ru/week/%D0%BF%D0%BB%D0%B0%D0%BD.pdf'],
  ])('%s', async (_, text, href) => expect(await htmlOf(text)).toContain(`href="${href}"`));
});

test('the files that a text offers are named once', async () => {
  const { body } = await render(
    '[a](план.pdf) [b](plan.pdf) [c](./plan.pdf#2)\n\n<video src="film.mp4"></video>',
  );
  expect(body.files).toEqual(['film.mp4', 'plan.pdf', 'план.pdf']);
});

const types = 'pdf, docx, xlsx, odt, ods, csv, zip, txt, ics, mp4, webm, vtt';
const cases: Array<[name: string, text: string, found: Found[]]> = [
  [
    'script',
    'a\n\n[x](javascript:alert(1))',
    [['refused-link', 12, { address: 'javascript:alert(1)' }]],
  ],
  [
    'script in plain HTML',
    'a\n\n<a href="javascript:alert(1)">x</a>',
    [['refused-link', 12, { address: 'javascript:alert(1)' }]],
  ],
  [
    'a site without its scheme',
    '[x](//example.org/)',
    [['refused-link', 10, { address: '//example.org/' }]],
  ],
  [
    'a file elsewhere',
    '[x](../other/plan.pdf)',
    [['refused-link', 10, { address: '../other/plan.pdf' }]],
  ],
  [
    'a file elsewhere, its slashes disguised',
    '[x](..%2Fheld%2Fplan.pdf)',
    [['refused-link', 10, { address: '..%2Fheld%2Fplan.pdf' }]],
  ],
  ['the folder above', '[x](..)', [['refused-link', 10, { address: '..' }]]],
  [
    'a film on another site',
    '<video src="https://example.org/film.mp4"></video>',
    [['refused-link', 10, { address: 'https://example.org/film.mp4' }]],
  ],
  [
    'a file that is not there',
    'a\n\n- [x](нет.pdf)',
    [['missing-target', 12, { address: 'нет.pdf' }]],
  ],
  [
    'a page that can carry script',
    '[x](plan.html)',
    [['attachment-type', 10, { path: 'plan.html', types }]],
  ],
  [
    'a strange ending',
    '[x](plan.constructor)',
    [['attachment-type', 10, { path: 'plan.constructor', types }]],
  ],
  [
    'a name that the site gives a file of its own',
    '[x](event.ics)',
    [['attachment-name', 10, { path: 'event.ics' }]],
  ],
];
test.each(cases)('%s is refused', async (_, text, found) =>
  expect(await problemsOf(text)).toEqual(found),
);
