import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Locale } from '#lang/locale.ts';
import type { Say } from '#messages/messages.ts';
import type { Conflict } from './bring-in.ts';
import type { ConflictFile } from './conflict.ts';
import { page } from './page.ts';
import { type Side, sides } from './three-way.ts';

/** The page on which a person chooses between two versions, field by field and paragraph by paragraph. */
export function conflictPage(
  conflict: Conflict,
  files: readonly ConflictFile[],
  { locale, say }: { readonly locale: Locale; readonly say: Say },
): string {
  return page(locale, say('desk.conflict.title'), [
    h('h1', say('desk.conflict.title')),
    h('p', say('desk.conflict.about')),
    h('form', { className: 'conflict', method: 'post', action: '/desk/conflict/' }, [
      h('input', { type: 'hidden', name: 'ours', value: conflict.ours }),
      h('input', { type: 'hidden', name: 'theirs', value: conflict.theirs }),
      ...files.flatMap((file, index) => fileHtml(file, String(index), say)),
      h('button', { type: 'submit' }, say('desk.conflict.save')),
    ]),
  ]);
}

function fileHtml(file: ConflictFile, index: string, say: Say): ElementContent[] {
  const { path, pieces, colleague, ours, theirs } = file;
  const heading = h('h2', [h('code', path)]);
  if (!pieces)
    return [
      heading,
      choiceHtml(index, say('desk.conflict.file'), {
        say,
        colleague,
        offered: ['ours', 'theirs'],
        texts: { ours: wholeFile(ours, path, say), theirs: wholeFile(theirs, path, say) },
      }),
    ];
  const choices = pieces.filter((piece) => piece.kind === 'choice');
  return [
    heading,
    ...choices.map(({ field, ours: mine, theirs: other }, number) =>
      choiceHtml(
        `${index}-${number}`,
        field ? say('desk.conflict.field', { field }) : say('desk.conflict.passage'),
        {
          say,
          colleague,
          offered: field ? ['ours', 'theirs'] : sides,
          texts: { ours: written(mine, say), theirs: written(other, say) },
        },
      ),
    ),
  ];
}

interface Choice {
  readonly say: Say;
  readonly colleague: string;
  readonly offered: readonly Side[];
  readonly texts: { readonly ours: string; readonly theirs: string };
}

function choiceHtml(
  name: string,
  legend: string,
  { say, colleague, offered, texts }: Choice,
): ElementContent {
  const labels = {
    ours: say('desk.conflict.ours'),
    theirs: say('desk.conflict.theirs', { name: colleague }),
    both: say('desk.conflict.both'),
  } satisfies Record<Side, string>;
  return h('fieldset', [
    h('legend', legend),
    ...offered.map((side) =>
      h('label', [
        h('input', { type: 'radio', name, value: side, required: true }),
        h('strong', labels[side]),
        ...(side === 'both' ? [] : [h('pre', texts[side])]),
      ]),
    ),
  ]);
}

function written(lines: readonly string[], say: Say): string {
  return lines.join('').trim() || say('desk.conflict.deleted');
}

function wholeFile(text: string | undefined, path: string, say: Say): string {
  if (text === undefined) return say('desk.conflict.deleted');
  return /\.(?:mdx?|ya?ml|txt|csv)$/u.test(path)
    ? text
    : say('desk.conflict.bytes', { size: Math.ceil(Buffer.byteLength(text) / 1024) });
}
