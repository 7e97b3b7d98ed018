import type { Locale } from '#lang/locale.ts';
import type { ValidAnnouncement } from '#site/announcement.ts';
import { firstOf } from '#lang/lookup.ts';
import { accessRemarks } from './access-remarks.ts';
import { applyEdits, type Edit, editsBetween } from './edits.ts';
import { markRemarks } from './mark-remarks.ts';
import { type Named, namesOf } from './name-remarks.ts';
import { differingNumbers } from './numbers.ts';
import { type Passage, passagesOf, type Proof, type Remark } from './passages.ts';
import { foreignPassages, mixedScriptRemarks, withoutMixedScripts } from './scripts.ts';
import { type NoSpeller, spelling } from './spelling.ts';
import { hasTypography, setWell } from './typography.ts';

/** What proofreading found, and the languages for which no spelling dictionary is installed. */
export interface Reading {
  readonly remarks: readonly Remark[];
  readonly withoutSpeller: readonly NoSpeller[];
}

/**
 * Proofreads each text of an announcement, and compares the texts with each other.
 * @throws {Error} when the MDX cannot be parsed
 */
export function proofRead(
  { files }: Pick<ValidAnnouncement, 'files'>,
  registry: readonly Named[],
): Reading {
  const proofs = [...files].map(([locale, read]) => passagesOf(locale, read));
  const known = new Set(
    registry
      .flatMap(({ name, shortName, caseForms }) => [
        ...Object.values(name),
        ...Object.values(shortName ?? {}),
        ...Object.values(caseForms ?? {}).flat(),
      ])
      .flatMap((name) => name.toLowerCase().split(/[^\p{L}]+/u)),
  );
  const spelled = proofs
    .map((proof) => spelling(proof, known))
    .filter((found) => found !== undefined);
  return {
    remarks: [
      ...[...files.values()].flatMap((read) => [...markRemarks(read), ...accessRemarks(read)]),
      ...proofs.flatMap((proof) => [
        ...mixedScriptRemarks(proof),
        ...foreignPassages(proof),
        ...typography(proof),
      ]),
      ...namesOf(proofs, registry),
      ...differingNumbers(proofs),
      ...spelled.flatMap((found) => ('id' in found ? [found] : [])),
    ],
    withoutSpeller: spelled.filter((found) => 'dictionary' in found),
  };
}

/** What `--fix` repairs: only what is safe when the language of the text is known. */
export function betterIn(locale: Locale): (text: string) => string {
  return hasTypography(locale)
    ? (text) => setWell(withoutMixedScripts(text, locale), locale)
    : (text) => text;
}

/**
 * One remark for each passage with a visible change, and one remark for the whole text that counts the changed spaces.
 */
function typography({ locale, file, passages }: Proof): Remark[] {
  if (!hasTypography(locale)) return [];
  const all = passages
    .map((passage) => ({ ...passage, better: setWell(passage.text, locale) }))
    .map((set) => ({ ...set, edits: editsBetween(set.text, set.better) }));
  const isSeen =
    ({ text }: Passage) =>
    (edit: Edit) =>
      /\S/u.test(edit.text + text.slice(edit.start, edit.end));
  const spaces = all.reduce(
    (sum, set) => sum + set.edits.filter((edit) => !isSeen(set)(edit)).length,
    0,
  );
  const seen = all.flatMap((set): Remark[] => {
    const edits = set.edits.filter(isSeen(set));
    return edits.length === 0
      ? []
      : [
          {
            id: 'typography',
            file,
            line: set.line,
            params: { ...around(set.text, set.edits, firstOf(edits)), count: String(edits.length) },
          },
        ];
  });
  return [
    ...seen,
    ...(spaces > 0
      ? [
          {
            id: 'typography-spaces' as const,
            file,
            line: undefined,
            params: { count: String(spaces) },
          },
        ]
      : []),
  ];
}

/** The words around an edit, as they are now and as they would be. */
function around(text: string, edits: readonly Edit[], edit: Edit): { was: string; better: string } {
  const [before = ''] = /\S*$/u.exec(text.slice(0, edit.start)) ?? [];
  const [after = ''] = /^\S*/u.exec(text.slice(edit.end)) ?? [];
  const start = edit.start - before.length;
  const end = edit.end + after.length;
  const inside = edits
    .filter((other) => other.start >= start && other.end <= end)
    .map((other) => ({ ...other, start: other.start - start, end: other.end - start }));
  return { was: text.slice(start, end), better: applyEdits(text.slice(start, end), inside) };
}
