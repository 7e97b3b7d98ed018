import type { PlaceholderTable } from '#lang/placeholders.ts';
import type { ContentRuleContext, FindingOf, Rule } from '#checks/rule.ts';
import { mask } from './mask.ts';
import { isPermitted } from './permissions.ts';

const sentences = {
  'private-author': ['value'],
} as const satisfies PlaceholderTable;
type Found = FindingOf<typeof sentences>;

/** Documents do not name the person who typed them. The name of the office itself is not secret. */
export const attachmentAuthor: Rule<Found> = {
  name: 'attachment-author',
  severity: 'warning',
  sentences,
  ofContent(checked) {
    const { sources, attachments } = checked;
    const offices = officeNames(checked);
    return sources.files.flatMap(({ file, folder, standing }) => {
      if (isPermitted(sources, folder, 'attachment-author')) return [];
      const authors =
        attachments.get(file)?.authors.filter((author) => !offices.has(author.toLowerCase())) ?? [];
      return authors.map((author): Found =>
        standing === 'held'
          ? { id: 'private-held', params: { rule: 'attachment-author' }, file }
          : { id: 'private-author', params: { value: mask(author) }, file },
      );
    });
  },
};

function officeNames({ snapshot: { model } }: ContentRuleContext): Set<string> {
  const names = [
    model.site.name,
    model.site.publisher.name,
    ...[...model.divisions.values()].flatMap(({ name, shortName }) => [name, shortName ?? {}]),
  ];
  // Names that programs write when they do not know the user.
  return new Set(
    [
      ...names.flatMap((name) => Object.values(name)),
      'user',
      'admin',
      'administrator',
      'microsoft office user',
      'python-docx',
      'unknown',
    ].map((name) => name.toLowerCase()),
  );
}
