import { isKnownLocale, type Locale } from '#lang/locale.ts';
import { permalinksFile } from '#schema/permalinks.ts';
import type { ValidAnnouncement } from './announcement.ts';
import { announcementId } from './announcement.ts';
import { entries, type Reader, type ReadFile, readYaml } from './files.ts';
import type { Registries, RemovedAnnouncement, WrittenAnnouncement, WrittenPage } from './model.ts';
import { isOwnAddress } from './own-address.ts';
import { urls } from './urls.ts';

/** Where an address is claimed, for a problem that names two places. */
interface Claim {
  readonly file: string;
  readonly line?: number | undefined;
}

/**
 * Collects the old addresses that must redirect: aliases of announcements, and the entries of `permalinks.yaml`.
 * Reports an address that is claimed twice, and one at which the site has a page of its own.
 * @param published everything that has an address of its own; those addresses are taken
 */
export function readMoved(
  reader: Reader,
  locales: readonly Locale[],
  sound: readonly ValidAnnouncement[],
  published: {
    announcements: readonly WrittenAnnouncement[];
    removed: readonly RemovedAnnouncement[];
    pages: readonly WrittenPage[];
    registry: Registries;
  },
): Map<string, string> {
  const taken = new Map<string, Claim>();
  for (const { id, texts } of published.announcements) {
    for (const { locale, source } of Object.values(texts))
      taken.set(urls.announcement(locale, id), { file: source.file });
  }
  for (const { id, addresses } of published.removed) {
    for (const { address } of addresses) taken.set(address, { file: `announcements/${id}` });
  }
  for (const { slug, texts } of published.pages) {
    for (const { locale, source } of Object.values(texts))
      taken.set(urls.page(locale, slug), { file: source.file });
  }
  const isPublic = new Set(taken.keys());
  const moved = new Map<string, string>();
  const claim = (
    address: string,
    target: string,
    { file, yaml }: ReadFile<unknown>,
    path: PropertyKey[],
  ) => {
    const line = yaml.lineOf(path);
    if (isOwnAddress(address, locales, published.registry)) {
      reader.problems.push({ id: 'own-address', file, line, params: { address } });
      return;
    }
    const other = taken.get(address);
    if (other) {
      reader.problems.push({
        id: 'duplicate-address',
        file,
        line,
        params: { address, other: other.file },
      });
      return;
    }
    taken.set(address, { file, line });
    moved.set(address, target);
  };

  for (const announcement of sound) {
    for (const [language, file] of announcement.files) {
      file.value.aliases?.forEach((alias, index) => {
        const first = alias.split('/')[1] ?? '';
        // Old sites had addresses without a language. Such an alias leads to the text in whose file it is written.
        const locale = !locales.includes(first) && !isKnownLocale(first) ? language : first;
        const ofThis = (address: string | undefined) =>
          locales.some(
            (other) => urls.announcement(other, announcementId(announcement)) === address,
          );
        const target = urls.announcement(locale, announcementId(announcement));
        if (!locales.includes(locale))
          reader.problems.push({
            id: 'bad-alias',
            file: file.file,
            line: file.yaml.lineOf(['aliases', index]),
            params: { alias, locales: locales.join(', ') },
          });
        else if (isPublic.has(target) && !ofThis(moved.get(slashed(alias))))
          claim(slashed(alias), target, file, ['aliases', index]);
      });
    }
  }
  if (entries(reader, '.').some(({ name }) => name === 'permalinks.yaml')) {
    const read = readYaml(reader, 'permalinks.yaml', permalinksFile);
    if (read)
      for (const [address, { movedTo }] of Object.entries(read.value))
        claim(slashed(address), movedTo, read, [address]);
  }
  return moved;
}

/**
 * Separates the old addresses of removed announcements from all others, because nothing public may say them.
 * @param moved the result of `readMoved`
 */
export function withoutRemoved(
  moved: ReadonlyMap<string, string>,
  removed: readonly RemovedAnnouncement[],
): { moved: Map<string, string>; removed: RemovedAnnouncement[] } {
  const owners = new Map(
    removed.flatMap((one) => one.addresses.map((own) => [own.address, { ...own, of: one }])),
  );
  // An old address may lead to another old one. The number of steps is limited, because they may form a circle.
  const ownerOf = (address: string, steps = 8): ReturnType<typeof owners.get> => {
    const target = moved.get(address);
    if (target === undefined || steps === 0) return undefined;
    return owners.get(slashed(target)) ?? ownerOf(target, steps - 1);
  };
  const old = [...moved.keys()].flatMap((address) => {
    const owner = ownerOf(address);
    return owner ? [{ address, locale: owner.locale, of: owner.of }] : [];
  });
  const taken = new Set(old.map(({ address }) => address));
  return {
    moved: new Map([...moved].filter(([address]) => !taken.has(address))),
    removed: removed.map((one) => ({
      ...one,
      addresses: [
        ...one.addresses,
        ...old.filter(({ of }) => of === one).map(({ address, locale }) => ({ address, locale })),
      ],
    })),
  };
}

/** Pages end in a slash. An address that names a file does not. */
function slashed(path: string): string {
  return path.endsWith('/') || /\.[a-z0-9]+$/u.test(path) ? path : `${path}/`;
}
