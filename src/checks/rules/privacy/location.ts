import type { PlaceholderTable } from '#lang/placeholders.ts';
import type { FindingOf, Rule } from '#checks/rule.ts';
import { isPermitted } from './permissions.ts';

const sentences = {
  'private-location': [],
} as const satisfies PlaceholderTable;
type Found = FindingOf<typeof sentences>;

/** No document holds a picture that says where it was taken. (Pictures of the site lose it when they are made smaller; `picture-metadata` sees to that.) */
export const location: Rule<Found> = {
  name: 'location',
  severity: 'error',
  sentences,
  find: ({ sources, attachments }) =>
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
