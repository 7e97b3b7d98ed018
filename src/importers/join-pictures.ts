import type { Nodes, Root } from 'mdast';
import { groupsOf } from '#lang/lookup.ts';
import type { Imported, ImportNote } from './imported.ts';

/**
 * Puts the pictures of an announcement's texts into one folder. Equal pictures become one. A different picture with the
 * same name is renamed, and the text and the notes use its new name.
 */
export function joinPictures(texts: readonly Imported[]): {
  texts: Imported[];
  pictures: ReadonlyMap<string, Buffer>;
} {
  const pictures = new Map<string, Buffer>();
  const joined = texts.map((text) => {
    const names = new Map(
      [...text.pictures].map(([name, bytes]) => [name, put(pictures, name, bytes)]),
    );
    const notes = text.notes.map((note) => withName(note, names));
    const cover = text.cover && {
      ...text.cover,
      name: names.get(text.cover.name) ?? text.cover.name,
    };
    return { ...text, notes, cover, body: renamed(text.body, names) as Root };
  });
  return { texts: joined, pictures };
}

/** Updates the picture's name in a note. */
function withName(note: ImportNote, names: ReadonlyMap<string, string>): ImportNote {
  const { name = '' } = note.params as { name?: string };
  const now = names.get(name);
  return now === undefined
    ? note
    : ({ ...note, params: { ...note.params, name: now } } as ImportNote);
}

function put(pictures: Map<string, Buffer>, name: string, bytes: Buffer): string {
  const { stem, ending } = groupsOf<'stem' | 'ending'>(/^(?<stem>.*)(?<ending>\.[^.]*)$/u, name);
  const known = [...pictures].find(([, other]) => other.equals(bytes));
  if (known) return known[0];
  let free = name;
  for (let number = 2; pictures.has(free); number++) free = `${stem}-${number}${ending}`;
  pictures.set(free, bytes);
  return free;
}

function renamed(node: Nodes, names: ReadonlyMap<string, string>): Nodes {
  const here = 'url' in node && node.url.startsWith('./') ? node.url.slice('./'.length) : undefined;
  const changed =
    here !== undefined && 'url' in node ? { ...node, url: `./${names.get(here) ?? here}` } : node;
  return 'children' in changed
    ? ({ ...changed, children: changed.children.map((child) => renamed(child, names)) } as Nodes)
    : changed;
}
