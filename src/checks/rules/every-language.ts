import type { PlaceholderTable } from '#lang/placeholders.ts';
import { attachmentTypes, endingOf } from '#schema/attachment.ts';
import type { Announcement, AnnouncementText } from '#site/model.ts';
import type { FindingOf, Rule } from '#checks/rule.ts';

const sentences = {
  'alert-one-language': ['missing'],
  'attachment-one-language': ['name', 'missing'],
} as const satisfies PlaceholderTable;
type Found = FindingOf<typeof sentences>;

/**
 * A warning reaches everybody: an alert comes out in every promised language at once, and a document that one language
 * offers is offered in the others, too.
 */
export const everyLanguage: Rule<Found> = {
  name: 'every-language',
  severity: 'warning',
  sentences,
  ofContent: ({ snapshot: { model } }) =>
    model.announcements
      .filter(({ withdrawnOn, expired }) => !withdrawnOn && !expired)
      .flatMap((announcement): Found[] => [
        ...alertIn(announcement, model.site.promise),
        ...attachmentsIn(announcement),
      ]),
};

function alertIn({ kind, texts }: Announcement, promise: readonly string[]): Found[] {
  const ready = readyTexts(texts);
  const missing = promise.filter((locale) => !ready.some((text) => text.locale === locale));
  const [first] = ready;
  return kind === 'alert' && first && missing.length > 0
    ? [
        {
          id: 'alert-one-language',
          params: { missing: missing.join(', ') },
          file: first.source.file,
        },
      ]
    : [];
}

/** A language may have a document of its own. But where one offers any, none offers nothing. */
function attachmentsIn({ texts }: Announcement): Found[] {
  const ready = readyTexts(texts).map((text) => ({
    text,
    // Not films and their subtitles, which a text plays.
    names: [...text.attachments.map(({ name }) => name), ...text.body.files.filter(isDocument)],
  }));
  const [offered] = ready.flatMap(({ names }) => names);
  if (offered === undefined) return [];
  return ready
    .filter(({ names }) => names.length === 0)
    .map(({ text }) => ({
      id: 'attachment-one-language',
      params: { name: offered, missing: text.locale },
      file: text.source.file,
    }));
}

function isDocument(name: string): boolean {
  return Object.hasOwn(attachmentTypes, endingOf(name));
}

function readyTexts(texts: Announcement['texts']): AnnouncementText[] {
  return Object.values(texts).filter(({ draft }) => !draft);
}
