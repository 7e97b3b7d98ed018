import type { PlaceholderTable } from '#lang/placeholders.ts';
import { endingOf } from '#schema/attachment.ts';
import type { FindingOf, Rule } from '#checks/rule.ts';

/** 20 MB. On a slow mobile network, a larger file takes a minute. */
const most = 20 * 1024 * 1024;

/** Documents that are archives: if they cannot be unpacked, no program can open them. */
const archives: ReadonlySet<string> = new Set(['docx', 'xlsx', 'odt', 'ods']);

const sentences = {
  'document-damaged': [],
  'document-unread': [],
  'document-large': ['size', 'limit'],
} as const satisfies PlaceholderTable;
type Found = FindingOf<typeof sentences>;

/**
 * Readers can open what they download, and on a phone. A document that could not be read is told, because it was not
 * searched for personal data either.
 */
export const documents: Rule<Found> = {
  name: 'documents',
  severity: 'warning',
  sentences,
  ofContent: ({ snapshot, sources, unread }) =>
    sources.files.flatMap(({ file, standing }): Found[] => {
      const size = snapshot.sizes.get(file);
      // A file that no text offers is not published.
      if (standing === 'removed' || size === undefined) return [];
      const why = unread.get(file);
      const isArchive = archives.has(endingOf(file));
      return [
        ...(why === 'damaged' && isArchive
          ? [
              {
                id: 'document-damaged',
                params: {},
                file,
                severity: standing === 'public' ? 'error' : 'warning',
              } as const,
            ]
          : why
            ? [{ id: 'document-unread', params: {}, file } as const]
            : []),
        ...(size > most
          ? [
              {
                id: 'document-large',
                params: { size: megabytes(size), limit: megabytes(most) },
                file,
              } as const,
            ]
          : []),
      ];
    }),
};

function megabytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024);
}
