import {
  bareCode,
  type Import,
  importsOf,
  lastArguments,
  roomOf,
  type Tree,
  writtenWords,
} from './tree.ts';

// What is said of the imports of `src/`: each function gives back where it is not so, as `file: what`.

/** What a folder (or file) of `src/` may import besides itself: folders or files. */
export type MayImport = Readonly<Record<string, readonly string[]>>;

export function againstTheTable(tree: Tree, mayImport: MayImport): string[] {
  const rooms = Object.keys(mayImport);
  const upwards = rooms.flatMap((room, index) =>
    mayImport[room]!.filter((other) => !rooms.slice(0, index).includes(roomIn(rooms, other))).map(
      (other) => `${room}: ${other} does not stand above it in the table`,
    ),
  );
  const strangers = [...new Set([...tree.keys()].map((file) => roomIn(rooms, file)))]
    .filter((room) => !rooms.includes(room))
    .map((room) => `${room}: not in the table`);
  const wrong = importsOf(tree).filter(
    ({ from, to, ours }) =>
      ours &&
      roomIn(rooms, from) !== roomIn(rooms, to) &&
      !within(to, mayImport[roomIn(rooms, from)] ?? []),
  );
  return [...upwards, ...strangers, ...wrong.map(told)];
}

/** Modules that need themselves by way of others, types counted: `a.ts → b.ts → a.ts`. */
export function circles(tree: Tree): string[] {
  const needs = Map.groupBy(
    importsOf(tree).filter(({ ours }) => ours),
    ({ from }) => from,
  );
  const done = new Set<string>();
  const found: string[] = [];
  const follow = (file: string, way: readonly string[]): void => {
    if (way.includes(file))
      return void found.push([...way.slice(way.indexOf(file)), file].join(' → '));
    if (done.has(file)) return;
    for (const { to } of needs.get(file) ?? []) follow(to, [...way, file]);
    done.add(file);
  };
  for (const file of needs.keys()) follow(file, []);
  return found;
}

/** Astro bundles the pages apart: what both sides share lies in one place of the process, and its virtual modules are for templates. */
export function handedOverElsewhere(tree: Tree, place: string): string[] {
  const global = [...tree]
    .filter(([file, text]) => file !== place && /\bglobalThis\b/u.test(bareCode(file, text)))
    .map(([file]) => `${file}: globalThis`);
  const virtual = importsOf(tree).filter(
    ({ from, to }) => to.startsWith('astro:') && !from.endsWith('.astro'),
  );
  return [...global, ...virtual.map(told)];
}

/** What a page shows must be seen in its props, the interface texts or the settings: by these a build knows which pages are stale. */
export function templatesThatAskMore(tree: Tree): string[] {
  const templates = [...tree].filter(([file]) => file.endsWith('.astro'));
  const whole = templates
    .filter(([file, text]) => /\buseContext\b/u.test(bareCode(file, text)))
    .map(([file]) => `${file}: useContext`);
  const system = importsOf(new Map(templates)).filter(({ to }) => to.startsWith('node:'));
  return [...whole, ...system.map(told)];
}

/**
 * Writers of documents that could see more than the input whose hash is the key of the file: closures.
 * @param file that lists the documents, each by a call of `documentAt`
 */
export function writersThatSeeMore(tree: Tree, file: string): string[] {
  return lastArguments(file, tree.get(file) ?? '', 'documentAt')
    .filter(({ closes }) => closes)
    .map(({ code }) => `${file}: ${code}`);
}

/**
 * A built-in page asks the collections for its paths, and for the body of its own entry. Were it to ask them for more, a build could
 * not see in its view that it is stale. Pages of a theme may: they are made again when any entry changes.
 */
export function collectionsAskedForMore(tree: Tree): string[] {
  const asking = importsOf(tree).filter(({ to }) => to === 'astro:content');
  return asking.flatMap((each) => {
    const { from } = each;
    const code = bareCode(from, tree.get(from) ?? '');
    if (!from.startsWith('pages/')) return [told(each)];
    const other = /\b(?:getEntry|getEntries|getLive\w+)\b/u.exec(code)?.[0];
    const outside = code.replace(/\bgetStaticPaths \( \) \{.*?\} (?:type|interface) Props\b/su, '');
    const calls = [...outside.matchAll(/\bgetCollection \(/gu)];
    return [
      ...(other ? [`${from}: ${other}`] : []),
      ...calls.map(() => `${from}: getCollection outside getStaticPaths`),
    ];
  });
}

const asksTheTime =
  /\bDate \. now\b|\bnew Date\b(?: \( \)|(?! \())|(?<!new )\bDate \( \)|\bperformance \. (?:now|timeOrigin)\b|\bhrtime\b|\bTemporal \. Now\b/u;

export function othersWhoAskTheTime(tree: Tree, clock: string): string[] {
  return [...tree]
    .filter(([file, text]) => file !== clock && asksTheTime.test(bareCode(file, text)))
    .map(([file]) => `${file}: asks what time it is`);
}

/** What visitors download: the files of a folder and, types aside, all that these import. */
export function downloads(tree: Tree, folder: string): string[] {
  const imports = importsOf(tree).filter(({ isType }) => !isType);
  const downloaded = [...tree.keys()].filter((file) => roomOf(file) === folder);
  for (const file of downloaded) {
    for (const { from, to, ours } of imports)
      if (from === file && ours && !downloaded.includes(to)) downloaded.push(to);
  }
  return downloaded;
}

/** What of it would need Node or Astro. */
export function notForVisitors(tree: Tree, folder: string): string[] {
  const downloaded = downloads(tree, folder);
  return importsOf(tree)
    .filter(({ isType }) => !isType)
    .filter(
      ({ from, to, ours }) =>
        downloaded.includes(from) && !ours && /^(?:node:|astro\b|@astrojs\/)/u.test(to),
    )
    .map(told);
}

/** @param folders those that call Astro; types of it are for all */
export function outsidersWhoCallAstro(tree: Tree, folders: readonly string[]): string[] {
  return importsOf(tree)
    .filter(({ from, to, isType }) => to === 'astro' && !isType && !folders.includes(roomOf(from)))
    .map(told);
}

/**
 * Code that names a language, or has letters of one: what is known of a language stands in its folder.
 * @param tags the languages that have a folder
 * @param letters those of their alphabets
 * @param home the folder of the languages
 * @param exceptions files that have such letters for another reason
 */
export function languagesElsewhere(
  tree: Tree,
  { tags, letters }: { readonly tags: readonly string[]; readonly letters: RegExp },
  home: string,
  exceptions: readonly string[],
): string[] {
  const named = new RegExp(`^(?:${tags.join('|')})(?:[-_]\\w*)*$`, 'u');
  const found = [...tree]
    .filter(([file]) => roomOf(file) !== home && !file.endsWith('.css'))
    .flatMap(([file, text]) =>
      writtenWords(file, text)
        .filter((word) => named.test(word) || letters.test(word))
        .map((word) => ({ file, word })),
    );
  return [
    ...found
      .filter(({ file }) => !exceptions.includes(file))
      .map(({ file, word }) => `${file}: ${word}`),
    ...exceptions
      .filter((exception) => !found.some(({ file }) => file === exception))
      .map((exception) => `${exception}: needs no exception`),
  ];
}

/**
 * Dependencies that are not imported in exactly one file, types aside.
 * @param dependencies those that come with the site, by name
 * @param spokenIn those that are the language of some folders or files, and where
 */
export function scatteredDependencies(
  tree: Tree,
  dependencies: readonly string[],
  spokenIn: MayImport,
): string[] {
  const imports = importsOf(tree).filter(
    ({ ours, isType, to }) => !ours && !isType && !to.startsWith('node:'),
  );
  return dependencies.flatMap((name) => {
    const users = [...new Set(imports.filter(({ to }) => to === name).map(({ from }) => from))];
    if (users.length === 0) return [`${name}: imported nowhere`];
    if (!spokenIn[name]) return users.length === 1 ? [] : [`${name}: ${users.join(', ')}`];
    if (users.length === 1) return [`${name}: needs no exception`];
    return users.filter((user) => !within(user, spokenIn[name]!)).map((user) => `${name}: ${user}`);
  });
}

/** In the same folder and below `./file.ts`, anywhere else `#folder/file.ts`; always with its ending, so that Node finds it. */
export function misspelled(tree: Tree): string[] {
  return importsOf(tree)
    .filter(({ ours }) => ours)
    .filter(
      ({ from, to, written }) =>
        !written.startsWith(to.startsWith(folderOf(from)) ? './' : '#') ||
        written.includes('../') ||
        !tree.has(to),
    )
    .map(told);
}

/** The room of a file: the innermost folder (or the file itself) that the table names, else its top folder. */
function roomIn(rooms: readonly string[], path: string): string {
  const named = rooms.filter((room) => within(path, [room]));
  return named.sort((a, b) => b.length - a.length)[0] ?? roomOf(path);
}

/** With its slash; empty for a file of the top. */
function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function within(path: string, places: readonly string[]): boolean {
  return places.some((place) => path === place || path.startsWith(`${place}/`));
}

function told({ from, written }: Import): string {
  return `${from}: ${written}`;
}
