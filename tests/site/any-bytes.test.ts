import { describe, expect, test } from 'vitest';
import { createClock } from '#clock.ts';
import { makeSnapshot } from '#snapshot/make-snapshot.ts';
import { Problems } from '#schema/problem.ts';
import { reportProblems } from '#cli/terminal/problem-report.ts';
import fc from '../fast-check.ts';
import { inKazakh, inRussian, markdown, week, writeContent } from './content.ts';

const clock = createClock(new Date('2026-02-01T12:00:00+05:00'));
const other = 'announcements/2026/other';
const neighbour = {
  [`${other}/index.kk.md`]: markdown(
    ['title: Басқа', 'date: 2026-01-20', 'topics: [safety]'],
    'Мәтін[^1] **қалың**.\n\n## Бөлім\n\n[^1]: Ескертпе.\n',
  ),
  [`${other}/index.ru.md`]: markdown(
    ['title: Другое'],
    'Текст[^1] **жирный**.\n\n## Раздел\n\n[^1]: Примечание.\n',
  ),
};

/** Builds a site in which one text is what somebody or something has written; tells what came of the others. */
async function neighboursOf(text: string | Uint8Array, name = 'index.ru.md') {
  const folder = writeContent({
    ...inKazakh(),
    ...inRussian(),
    ...neighbour,
    [`${week}/index.ru.md`]: undefined,
    [`${week}/${name}`]: text,
  });
  try {
    const { snapshot } = await makeSnapshot({ folder, clock });
    return {
      problems: [],
      others: snapshot.model.announcements
        .flatMap(({ texts }) => Object.values(texts))
        .filter(({ source }) => source.file.startsWith(other))
        .map(({ body }) => body),
    };
  } catch (error) {
    if (!(error instanceof Problems)) throw error;
    // What is told can be said in words.
    for (const locale of ['kk', 'ru', 'en'] as const)
      reportProblems(error.problems, { locale, prefix: 'content/' });
    return { problems: error.problems, others: undefined };
  }
}

let untouched: Awaited<ReturnType<typeof neighboursOf>>['others'];

/** Either a site whose other texts are what they always were, or problems of this one folder, each with its line or about the file as a whole. */
async function expectNothingWorse(text: string | Uint8Array, name?: string): Promise<void> {
  untouched ??= (await neighboursOf(markdown(['title: Неделя', 'date: 2026-01-22']))).others;
  const { problems, others } = await neighboursOf(text, name);
  if (others) expect(others).toEqual(untouched);
  else {
    expect(problems.length).toBeGreaterThan(0);
    for (const { file, line } of problems) {
      expect(file).toMatch(/^announcements\/2026\/road-week\//u);
      if (line !== undefined) expect(line).toBeGreaterThanOrEqual(1);
    }
  }
}

const runs = { numRuns: 60 };
const key = fc.constantFrom(
  'title',
  'summary',
  'date',
  'topics',
  'cover',
  'attachments',
  'eventStart',
  'aliases',
  'draft',
  'kind',
  'corrections',
  'origin',
  'gallery',
  'privacyOk',
  '__proto__',
  'constructor',
  'toString',
  '<<',
  '',
);
const scalar = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '.nan',
    '-.inf',
    '1e400',
    '0x1',
    '~',
    'yes',
    '2026-13-45',
    '!!binary AA==',
    '!!js/function x',
    '&a',
    '*a',
    '*b',
    '- x',
    '? y',
    '|',
    '>-',
    '{',
    '[',
    "'",
    '"',
    '%YAML 9',
    '---',
    '...',
    '#',
    '@',
    '`',
  ),
  fc.double().map(String),
  fc.jsonValue().map((value) => JSON.stringify(value)),
);
const lines = fc.array(
  fc.oneof(
    fc.tuple(key, scalar).map(([name, value]) => `${name}: ${value}`),
    scalar,
  ),
  { maxLength: 12 },
);
const markup = fc.constantFrom(
  '*',
  '**',
  '_',
  '`',
  '```',
  '~~~',
  '[',
  '](',
  ')',
  '![',
  '<',
  '>',
  '</',
  '<b',
  ' onclick=',
  '="',
  '<!--',
  '-->',
  '<![CDATA[',
  '&#',
  ';',
  '|',
  '|-|',
  '\n',
  '\n\n',
  '    ',
  '\t',
  '- ',
  '1. ',
  '> ',
  '# ',
  '===',
  '[^1]',
  '[^1]: ',
  '{',
  '}',
  '<Notice>',
  '</Notice>',
  '<Figure src="',
  'import x',
  'export',
  '\\',
  '\u202e',
  '\u00a0',
  'слово',
  'ә',
  '<table><tr><td>',
  '</p>',
  '<script>',
  '<style>',
  '<svg>',
  '<textarea>',
  '<plaintext>',
  '<template>',
  'javascript:',
  'data:',
  '//',
  './',
  '../',
  '%2F',
  '\ud83d\ude00',
);
const body = fc
  .array(fc.oneof(markup, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 60 })
  .map((parts) => parts.join(''));

describe('whatever is in a file, it is a text or a problem, and nobody else is touched', () => {
  test('any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.boolean(), async (bytes, fenced) =>
        expectNothingWorse(
          fenced
            ? Buffer.concat([Buffer.from('---\n'), bytes, Buffer.from('\n---\n'), bytes])
            : bytes,
        ),
      ),
      runs,
    );
  });

  test('any front matter', async () => {
    await fc.assert(
      fc.asyncProperty(lines, async (written) =>
        expectNothingWorse(
          `---\ntitle: Неделя\ndate: 2026-01-22\n${written.join('\n')}\n---\nТекст\n`,
        ),
      ),
      runs,
    );
  });

  test.each(['md', 'mdx'])('any body: %s', async (format) => {
    await fc.assert(
      fc.asyncProperty(body, async (text) =>
        expectNothingWorse(
          markdown(['title: Неделя', 'date: 2026-01-22'], text),
          `index.ru.${format}`,
        ),
      ),
      runs,
    );
  });
});
