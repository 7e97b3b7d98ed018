import type { UnplacedFinding, Rule } from '#checks/rule.ts';
import { isPermitted } from './permissions.ts';

/** No document holds a picture that says where it was taken. (Pictures of the site lose it when they are made smaller; `picture-metadata` sees to that.) */
export const location: Rule = {
  name: 'location',
  severity: 'error',
  find: ({ sources, attachments }) =>
    sources.files
      .filter(
        ({ file, folder }) =>
          attachments.get(file)?.location && !isPermitted(sources, folder, 'location'),
      )
      .map(({ file, standing }): UnplacedFinding => ({
        id: standing === 'held' ? 'private-held' : 'private-location',
        params: standing === 'held' ? { rule: 'location' } : {},
        file,
        severity: standing === 'held' ? 'warning' : 'error',
      })),
};
