import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { describe, expect, test } from 'vitest';
import { sanitize } from '#body/sanitize.ts';
import { htmlOf, render } from './texts.ts';

describe('what a text may not bring is taken out', () => {
  test.each([
    ['a script', 'a <script>alert(1)</script> b', '<p>a  b</p>'],
    ['an event', '<b onclick="alert(1)">x</b>', '<p><b>x</b></p>'],
    ['a style', '<p style="color: red">x</p>', '<p>x</p>'],
    ['a style sheet', '<style>p { color: red }</style>\n\nx', '\n<p>x</p>'],
    ['a frame', '<iframe src="https://example.org/"></iframe>\n\nx', '\n<p>x</p>'],
    [
      'a drawing with script',
      'x <svg onload="alert(1)"><script>alert(1)</script></svg>',
      '<p>x </p>',
    ],
    ['mathematics', 'x <math><mi>y</mi></math>', '<p>x </p>'],
    ['a form', '<form action="/x"><input name="q"><button>ok</button></form>', 'ok'],
    ['a base', '<base href="https://example.org/">x', 'x'],
    ['a refresh', '<meta http-equiv="refresh" content="0">x', '<p>x</p>'],
    ['an object', '<object data="x"><embed src="x"></object>\n\nx', '<p></p>\n<p>x</p>'],
    ['a class', '<p class="notice">x</p>', '<p>x</p>'],
    [
      'a window to open',
      '<a href="/ru/" target="_blank">x</a>',
      '<p><a href="/press/ru/">x</a></p>',
    ],
    ['a comment', 'a <!-- secret --> b', '<p>a  b</p>'],
    ['an element that every object has', 'x <constructor>y</constructor>', '<p>x y</p>'],
    [
      'a task that anybody could tick',
      '- [x] done',
      '<ul class="contains-task-list">\n<li class="task-list-item"><input type="checkbox" checked disabled> done</li>\n</ul>',
    ],
  ])('%s', async (_, text, html) => expect((await render(text)).body.html).toBe(html));
});

test('plain HTML of a text stays', async () => {
  expect(await htmlOf('H<sub>2</sub>O <abbr title="x">y</abbr> <kbd>z</kbd>')).toBe(
    '<p>H<sub>2</sub>O <abbr title="x">y</abbr> <kbd>z</kbd></p>',
  );
  expect(await htmlOf('<details><summary>a</summary>\n\n**b**\n\n</details>')).toBe(
    '<details><summary>a</summary>\n<p><strong>b</strong></p>\n</details>',
  );
});

test('an address that runs script never gets through, however it is written', async () => {
  const written = [
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](java&#115;cript:alert(1))',
    '[x](javascript&colon;alert(1))',
    '[x](&#9;javascript:alert(1))',
    '[x](<java&#10;script:alert(1)>)',
    '[x](\\javascript:alert(1))',
    '<a href="java\tscript:alert(1)">x</a>',
    '<a href="&#1;javascript:alert(1)">x</a>',
    '<a href=" javascript:alert(1)">x</a>',
    '[x](vbscript:x)',
    '[x](data:text/html,x)',
    '![x](javascript:alert(1))',
    '<img src="x" onerror="alert(1)" alt="x">',
    '<video poster="javascript:alert(1)" src="javascript:alert(1)"></video>',
    '[x][y]\n\n[y]: javascript:alert(1)',
    '<javascript:alert(1)>',
  ];
  for (const text of written) {
    const { body } = await render(text);
    expect(body.html, text).not.toMatch(
      /(?:href|src|poster|srcset)="[^"/#]*script|data:|onerror/iu,
    );
  }
});

test('the sanitiser alone keeps such addresses out too', () => {
  const tree = h(
    null,
    h('a', { href: 'javascript:x' }),
    h('img', { src: 'data:x' }),
    h('video', { src: 'https://example.org/', poster: 'javascript:x' }),
  );
  expect(toHtml(sanitize(tree))).toBe('<a></a><img><video></video>');
});
