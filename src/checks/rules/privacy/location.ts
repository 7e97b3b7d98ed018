import type { PlaceholderTable } from '#lang/placeholders.ts';
import type { FindingOf, Rule } from '#checks/rule.ts';
import { isPermitted } from './permissions.ts';

const sentences = {
  'private-location': [],
} as const satisfies PlaceholderTable;
type Found = FindingOf<typeof sentences>;

/**
 * No document contains a picture that says where it was taken. The site's own pictures lose this when they are
 * resized, which `picture-metadata` checks.
 */
export const location: Rule<Found> = {
  name: 'location',
  severity: 'error',
  sentences,
  ofContent: ({ sources, attachments }) =>
    sources.files
      .filter(
        ({ file, folder }) =>
          attachments.get(file)?.location && !isPermitted(sources, folder, 'location'),
      )
      .map(({ file, standing }): Found =>
        standing === 'held'
          ? { id: 'private-held', params: { rule: 'location' }, file, severity: 'warning' }
          : { id: 'private-location', params: {}, file, severity: 'error' },
      ),
};
