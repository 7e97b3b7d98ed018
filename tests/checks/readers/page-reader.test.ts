import { expect, test } from 'vitest';
import { readPage } from '#checks/readers/read-page.ts';
import { pageReader } from '#checks/readers/page-reader.ts';

const style = 'p { color: red }\n/* қазақша $& */';
const page = (...inside: string[]) =>
  `<!doctype html><html lang="ru"><head><title>a</title>${inside.join('')}</head><body style="x"><p id="a">b</p></body></html>`;

test.each<[string, string[]]>([
  [
    'the same styles',
    [
      page(`<style>${style}</style>`),
      page('<meta name="a">', `<style>${style}</style>`, '<style>q {}</style>'),
    ],
  ],
  [
    'the styles in a script and in a comment',
    [
      page(`<style>${style}</style>`),
      page(`<script>"<style>${style}</style>"</script>`),
      page(`<!--<style>${style}</style>-->`, `<style>${style}</style>`),
    ],
  ],
  [
    'others, and longer ones',
    [
      page(`<style>${style}</style>`),
      page('<style>q {}</style>'),
      page(`<style>${style}</style>`),
      page(`<style>${style} q {}</style>`),
      page(`<style>${style}`),
    ],
  ],
  [
    'none, and empty ones',
    [page(), page('<style></style>'), page(`<style>${style}</style>`), page()],
  ],
  [
    'a character that no text holds',
    [page(`<style>${style}</style>`), page(`<style>${style}</style>`, '<script>"\u0000"</script>')],
  ],
])('pages with %s are read as if each were the first', (_, pages) => {
  const read = pageReader();
  expect(pages.map((html) => read('/a/', html))).toEqual(
    pages.map((html) => readPage('/a/', html)),
  );
});
