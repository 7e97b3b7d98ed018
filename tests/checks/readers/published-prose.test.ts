import { expect, test } from 'vitest';
import { publishedProse } from '#checks/readers/published-prose.ts';

const prose = (body: string, front = 'title: x') =>
  publishedProse({ written: `---\n${front}\n---\n${body}` }).filter(({ line }) => line > 3);

/** What the function replaced, where it was short enough: the same words for each line. */
const pattern =
  /`[^`]*`|\]\([^)]*\)|<[^>]*>|\bhttps?:\/\/\S+|\S+@\S+|\.?\/[\w./-]+|[\w-]+\.(?:jpe?g|png|webp|pdf|docx|xlsx|zip|csv|mp4|vtt)\b/giu;
const fences = /^(?<fence>`{3,}|~{3,}).*?^\k<fence>/gmsu;

function expected(body: string) {
  return body
    .replaceAll(fences, (block) => block.replaceAll(/[^\n]/gu, ''))
    .split('\n')
    .map((text, index) => ({ line: 4 + index, text: text.replaceAll(pattern, ' ') }))
    .filter(({ text }) => text.trim() !== '');
}

test('code, addresses, tags and names of files are no words', () => {
  expect(
    prose(
      'Бір `code` [екі](https://example.org/a) <b>үш</b>\n\n```js\nx\n```\n\nk@example.org photo.jpg /ru/news/ төрт',
    ),
  ).toEqual([
    { line: 4, text: 'Бір   [екі   үш ' },
    { line: 10, text: '      төрт' },
  ]);
});

test('any signs are read as the patterns read them', () => {
  const pieces = [
    '`',
    '](',
    ')',
    '<',
    '>',
    'http://',
    '@',
    '/',
    '.',
    'a',
    'қ',
    ' ',
    '-',
    '\n',
  ].concat([
    '.pdf',
    '.jpeg',
    '```',
    '\n```',
    '\n~~~',
    '\n````',
    'HTTPS://x',
    '\t',
    '\u{1F600}',
    '_',
    'x.csv',
  ]);
  // A generator with a fixed seed (Park and Miller).
  let seed = 20_261_201;
  const next = (limit: number) => (seed = (seed * 48_271) % 2_147_483_647) % limit;
  for (let round = 0; round < 20_000; round++) {
    const body = Array.from({ length: 1 + next(14) }, () => pieces[next(pieces.length)]!).join('');
    expect([body, prose(body)]).toEqual([body, expected(body)]);
  }
});

test.each(
  ['<a', '<?', '<!--', '`', '` ', 'x ', 'x', '](', '@', 'a.', '/', '-', '```\n', '~~~\n```\n'].map(
    (sign) => [sign],
  ),
)('the time grows with the length: %j', { timeout: 60_000 }, (sign) => {
  const timeOf = (length: number) => {
    const body = `${sign.repeat(length / sign.length)}\n`;
    const before = process.cpuUsage();
    prose(body);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  timeOf(50_000); // Compiled.
  // Eight times as long: eight times as much, where the square would be 64; 50 ms are noise.
  expect(timeOf(400_000)).toBeLessThan(24 * timeOf(50_000) + 50);
});
