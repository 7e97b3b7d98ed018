import { describe, expect, test } from 'vitest';
import { htmlOf, problemsOf } from './texts.ts';

const found = (id: string, line: number, element: string, corrected: string) => [
  id,
  line,
  { element, corrected },
];

describe('an element without an end is reported, with the line as it should be written', () => {
  test.each(
    ['title', 'textarea', 'script', 'style', 'iframe', 'object', 'template', 'xmp'].concat([
      'noscript',
      'plaintext',
      'select',
      'svg',
      'math',
      'table',
      'u',
      'Center',
    ]),
  )('%s', async (name) => {
    const text = `Бірінші.\n\nБеттің <${name}> элементі \`<${name}>\` болады.\n\n## Келесі\n\nСоңы.`;
    expect(await problemsOf(text)).toEqual([
      found(
        'unclosed-element',
        12,
        `<${name}>`,
        `Беттің &lt;${name}> элементі \`<${name}>\` болады.`,
      ),
    ]);
    expect(await htmlOf(text.replace(`<${name}>`, `&lt;${name}>`))).toContain(
      `Беттің &#x3C;${name}> элементі <code>`,
    );
  });

  test('a sign that is less than', async () => {
    expect(await problemsOf('If n<i or k>m, then **x**<y.')).toEqual([
      found('unclosed-element', 10, '<i>', 'If n&lt;i or k>m, then **x**<y.'),
    ]);
  });

  test('a comment or a tag that a blank line ends', async () => {
    expect(await problemsOf('<div>\n<!-- a\n\nb -->\n</div>')).toEqual([
      found('unclosed-element', 11, '<!--', '&lt;!-- a'),
    ]);
    expect(await problemsOf('x\n\n<p class="a\n\nb">c</p>')).toContainEqual(
      found('unclosed-element', 12, '<p', '&lt;p class="a'),
    );
  });

  test('an anchor gets its end', async () => {
    for (const written of ['<a name="one"/>', '<a id="one">'])
      expect(await problemsOf(`${written}Text`)).toEqual([
        found('unclosed-element', 10, '<a>', `${written.replace(/\/?>/u, '')}></a>Text`),
      ]);
  });

  test('inside a quotation and a list', async () => {
    expect(await problemsOf('> <div>\n> <title>\n\n- a\n\n  <section>\n  <style>')).toEqual([
      found('unclosed-element', 10, '<div>', '> &lt;div>'),
      found('unclosed-element', 11, '<title>', '> &lt;title>'),
      found('unclosed-element', 15, '<section>', '&lt;section>'),
      found('unclosed-element', 16, '<style>', '&lt;style>'),
    ]);
  });
});

describe('an element that is no HTML is reported', () => {
  test('all of a line at once', async () => {
    expect(await problemsOf('Ask <person> in <room>, or `<person>`.')).toEqual([
      found(
        'unknown-element',
        10,
        '<person>, <room>',
        'Ask &lt;person> in &lt;room>, or `<person>`.',
      ),
    ]);
  });

  test('with its end, which may be on another line', async () => {
    expect(await problemsOf('a <x-y>b\nc</x-y> d')).toEqual([
      found('unknown-element', 10, '<x-y>', 'a &lt;x-y>b'),
      found('unknown-element', 11, '<x-y>', 'c&lt;/x-y> d'),
    ]);
    expect(await problemsOf('a </Name> b')).toEqual([
      found('unknown-element', 10, '</Name>', 'a &lt;/Name> b'),
    ]);
  });

  test('in MDX', async () => {
    expect(await problemsOf('a <name>b</name> <b>c</b> <title>d</title>', 'mdx')).toEqual([
      found(
        'unknown-element',
        10,
        '<name>',
        'a &lt;name>b&lt;/name> <b>c</b> &lt;title>d&lt;/title>',
      ),
      found(
        'dropped-element',
        10,
        '<title>',
        'a &lt;name>b&lt;/name> <b>c</b> &lt;title>d&lt;/title>',
      ),
    ]);
  });
});

describe('an element that is dropped with what is inside it is reported', () => {
  test.each([
    ['<script>if (a<b) run()</script> x', '<script>'],
    ['<style>\np { color: red }\n</style>', '<style>'],
    ['a <title>b</title> c', '<title>'],
    ['<noscript>\n\nb\n\n</noscript>', '<noscript>'],
    ['a <meta charset="utf-8"> b', '<meta>'],
    ['<?php echo 1 ?>', '<?'],
    ['<!DOCTYPE html>', '<!'],
    ['The <td> of a table', '<td>'],
    ['The <img> of a page', '<img>'],
    ['ends with </title>', '</title>'],
  ])('%s', async (text, element) => {
    expect(await problemsOf(text)).toEqual([
      ['dropped-element', 10, { element, corrected: expect.stringContaining('&lt;') }],
    ]);
  });
});

describe('what is embedded is reported, with a link to paste', () => {
  test.each([
    [
      '<iframe src="https://tube.example/e/1" title="The [new] bridge"></iframe>',
      String.raw`[The \[new\] bridge](https://tube.example/e/1)`,
    ],
    [
      'a <audio controls><source src="//radio.example/a b.mp3">no</audio> z',
      'a [radio.example](<https://radio.example/a%20b.mp3>) z',
    ],
    ['<object data="plan.pdf"><embed src="other.pdf"></object>', '[plan.pdf](plan.pdf)'],
    ['<embed src="https://example.org/plan.pdf">', '[example.org](https://example.org/plan.pdf)'],
    [
      '<video controls title="Film"><source src="https://tube.example/f.mp4"></video>',
      '[Film](https://tube.example/f.mp4)',
    ],
    ['<iframe src="https://tube.example/e/2">', '[tube.example](https://tube.example/e/2)'],
  ])('%s', async (text, corrected) => {
    const [[id, line, params] = [], ...more] = await problemsOf(text);
    expect([id, line, params, more]).toEqual([
      'embedded-address',
      10,
      expect.objectContaining({ corrected }),
      [],
    ]);
    expect(
      (await problemsOf(corrected)).filter(([problem]) => problem !== 'missing-target'),
    ).toEqual([]);
  });

  test('as text, with all that is inside', async () => {
    expect(await problemsOf('<svg><g>\n<text>a</text> <b>c</b></g></svg> <select>')).toEqual([
      found('embedded-element', 10, '<svg>', '&lt;svg>&lt;g>'),
      found(
        'unclosed-element',
        11,
        '<select>',
        '&lt;text>a&lt;/text> &lt;b>c&lt;/b>&lt;/g>&lt;/svg> &lt;select>',
      ),
    ]);
  });

  test.each([
    ['<form action="https://example.org/s"><input name="q"><button>Go</button></form>', '<form>'],
    ['Name: <input name="n">', '<input>'],
    ['<select><option>a</option></select>', '<select>'],
    ['x <svg><title>t</title><text>y</text></svg>', '<svg>'],
    ['x <math><mi>y</mi></math>', '<math>'],
    ['<iframe src="javascript:alert(1)"></iframe>', '<iframe>'],
    ['<video></video>', '<video>'],
  ])('without an address: %s', async (text, element) => {
    expect(await problemsOf(text)).toEqual([
      [
        'embedded-element',
        10,
        { element, corrected: expect.stringContaining(`&lt;${element.slice(1, -1)}`) },
      ],
    ]);
  });
});

test('what readers get is not reported', async () => {
  for (const text of [
    'a <!-- a hidden <title> remark --> b <!---> c',
    '<!--\n\n# hidden\n\n<iframe src="x">\n-->\n\nx',
    '`<title>` and ``` <name> ``` and &lt;name> and \\<name>',
    '```\n<textarea>\n```\n\n    <script>',
    '<https://example.org/> <mail@example.org> a < b, c > d, 5<6',
    '<details><summary>a</summary>\n\n**b**\n\n</details>',
    '<table><caption>a</caption><tr><th>b<td>c</table>\n\n<ul><li>a<li>b</ul>',
    '<p align="center">a\n\n<center><font color="red">b</font></center>\n\na<br>b<wbr>c<hr>',
    '<b>a <i>b</b> c</i> <DIV>d</div> </p> </b>',
    '<a name="x"></a><a href="https://example.org/?a=1>2">a > b</a>',
    '- [x] <kbd>a</kbd>\n- [ ] <ruby>b<rt>c</rt></ruby>',
    "<div title=\"a'b\" lang='kk'>x</div>",
  ])
    expect([text, await problemsOf(text)]).toEqual([text, []]);
});
