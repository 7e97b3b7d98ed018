import { relative } from 'node:path';
import { addEntry, type EntryKind, entryKinds } from '#authoring/add-entry.ts';
import { nearest } from '#lang/nearest.ts';
import { isSlug, slugOf } from '#lang/slug.ts';
import { invitationFor } from '#messages/messages.ts';
import { UserError } from '#messages/user-error.ts';
import { readBasics } from '#site/read-basics.ts';
import { reservedSlugs } from '#site/urls.ts';
import type { Call, Run } from '#cli/command.ts';
import { contentFolder } from '#cli/folders.ts';
import { personAt } from '#cli/terminal/prompts.ts';
import { wrap } from '#cli/terminal/wrap.ts';
import { namesIn } from './names-in.ts';

/** `npm run add`: writes a new topic, division, person or standing page. */
export const add: Run<'add'> = async (call) => {
  const { values, say, cwd } = call;
  const [written, ...given] = call.args;
  const kind = kindOf(written);
  const content = contentFolder(call);
  const { site, registry } = readBasics(content);
  const asker = values.json ? undefined : personAt(process, say);
  try {
    const names = await namesIn(
      site.locales,
      given,
      (language) => say(`add.${kind}`, { language }),
      call,
      asker,
    );
    const id = idOf(call, names);
    if (kind === 'page' && reservedSlugs.has(id)) throw new UserError('entry-exists', { id });
    const taken = {
      topic: registry.topics,
      division: registry.divisions,
      person: registry.people,
      page: new Map<string, unknown>(),
    } satisfies Record<EntryKind, ReadonlyMap<string, unknown>>;
    const roles =
      kind === 'person'
        ? await namesIn(
            site.locales,
            values.role?.split(';') ?? [],
            (language) => say('add.role', { language }),
            call,
            asker,
          )
        : undefined;
    const entry = { kind, id, names, invitation: invitationFor(say), ...(roles && { roles }) };
    const files = addEntry(content, entry, taken[kind].keys()).map((file) =>
      relative(cwd, `${content}/${file}`),
    );
    readBasics(content); // What was written must be what the site reads.
    if (values.json) return console.log(JSON.stringify({ id, files }, null, 2));
    console.log(
      [
        ...wrap(say('add.written', { id }), 0),
        ...files.map((file) => `  ${file}`),
        ...wrap(say(kind === 'page' ? 'add.next-page' : 'add.next', { id }), 0),
      ].join('\n'),
    );
  } finally {
    asker?.close();
  }
};

function kindOf(written: string): EntryKind {
  const kind = entryKinds.find((each) => each === written);
  if (kind) return kind;
  throw new UserError('unknown-entry-kind', {
    value: written,
    nearest: nearest(written, entryKinds) ?? entryKinds[0],
    known: entryKinds.join(', '),
  });
}

function idOf({ values }: Call, names: ReadonlyMap<string, string>): string {
  if (values.slug !== undefined) {
    if (isSlug(values.slug)) return values.slug;
    throw new UserError('bad-slug', {
      value: values.slug,
      suggestion: slugOf(values.slug) ?? 'road-safety',
    });
  }
  const id = [...names].map(([locale, name]) => slugOf(name, locale)).find(Boolean);
  if (id === undefined) throw new UserError('option-missing', { option: '--slug' });
  return id;
}
