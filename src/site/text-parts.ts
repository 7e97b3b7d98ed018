import { type AnnouncementFile, type ListName, lists, text } from '#schema/announcement.ts';
import type { ReadText } from './files.ts';

/** A piece of a text that has a meaning of its own: a field or a paragraph. */
export interface TextPart {
  /** The path of the field (`title`, `gallery.0.alt`); empty for a paragraph of the body. */
  readonly field: string;
  /** The line of the file at which the part begins. */
  readonly line: number;
  /** The text of the part, as written. */
  readonly text: string;
}

/** Whether a translation must say what the field says. The other fields describe the text itself. */
const carriesMeaning = {
  title: true,
  summary: true,
  appeared: false,
  draft: false,
  coverAlt: true,
  coverCaption: true,
  eventPlace: true,
  withdrawnReason: true,
  removedReason: true,
  translatedFrom: false,
  machineTranslated: false,
  approved: false,
  returned: false,
} as const satisfies Record<keyof typeof text, boolean>;

type Field = {
  [Name in keyof typeof carriesMeaning]: (typeof carriesMeaning)[Name] extends true ? Name : never;
}[keyof typeof carriesMeaning];
const fields = Object.keys(carriesMeaning).filter(
  (name): name is Field => carriesMeaning[name as keyof typeof text],
);

/** All parts of a text, in order. Facts are left out, because they are stated once for all languages. */
export function textParts({
  value,
  yaml,
  source,
}: Pick<ReadText<AnnouncementFile>, 'value' | 'yaml' | 'source'>): TextPart[] {
  const said = fields.flatMap((name) =>
    value[name] === undefined
      ? []
      : [{ field: name, line: yaml.lineOf([name]), text: value[name] }],
  );
  const listed = (Object.keys(lists) as ListName[]).flatMap((list) =>
    (value[list] ?? []).flatMap((entry: Readonly<Record<string, unknown>>, index) =>
      Object.keys(lists[list].text).flatMap((key) => {
        const written = entry[key];
        return typeof written === 'string'
          ? [
              {
                field: `${list}.${index}.${key}`,
                line: yaml.lineOf([list, index, key]),
                text: written,
              },
            ]
          : [];
      }),
    ),
  );
  return [...said, ...listed, ...paragraphs(source.body, source.bodyLine)];
}

/** The blocks of a Markdown text that are separated by empty lines. */
function paragraphs(body: string, firstLine: number): TextPart[] {
  const parts: TextPart[] = [];
  let open: { line: number; lines: string[] } | undefined;
  for (const [index, line] of [...body.split('\n'), ''].entries()) {
    if (line.trim() !== '') (open ??= { line: firstLine + index, lines: [] }).lines.push(line);
    else if (open) {
      parts.push({ field: '', line: open.line, text: open.lines.join('\n') });
      open = undefined;
    }
  }
  return parts;
}
