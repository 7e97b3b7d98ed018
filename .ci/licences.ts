// `npm run licences`: under which licences the packages stand that a site is built with, and whether all of them may be.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import satisfies from 'spdx-satisfies';

/** Licences (SPDX) under which a package may be used and passed on inside a site or beside it without a duty that Jarshy does not meet. */
export const allowed = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'OFL-1.1',
  'Python-2.0',
  'Zlib',
];

/**
 * Licences that ask for their own source to be passed on with their own files. Good for packages that run as they are and
 * of which nothing gets into a site: each is named, with what it does.
 */
export const allowedFor: Readonly<
  Record<string, { readonly packages: RegExp; readonly why: string }>
> = {
  'LGPL-3.0-or-later': {
    packages: /^@img\/sharp-/u,
    why: 'libvips decodes and encodes pictures; linked dynamically',
  },
  'MPL-2.0': { packages: /^lightningcss/u, why: 'Astro shortens styles with it' },
};

/** Packages that name their licence otherwise than SPDX does, and what the text in them is. A new version is looked at anew. */
export const readAs: Readonly<Record<string, string>> = {
  'duck@0.1.12': 'BSD-2-Clause', // says «BSD»; comes with mammoth
};

interface LockedPackage {
  readonly version: string;
  readonly license?: string;
  readonly dev?: boolean;
}

export interface Licensed {
  /** `sharp@0.35.5` */
  readonly name: string;
  /** As its package says it, in SPDX; undefined when it says nothing. */
  readonly licence: string | undefined;
}

/** Every package that is installed to build a site, those of the development left out, each once, in order of name.
 * @param lock what package-lock.json says */
export function runtimePackages({
  packages,
}: {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}): Licensed[] {
  const found = Object.entries(packages)
    .filter(([place, { dev }]) => place !== '' && !dev)
    .map(
      ([place, { version, license }]) =>
        [`${place.replace(/^.*node_modules\//u, '')}@${version}`, license] as const,
    );
  return [...new Map(found)]
    .map(([name, licence]) => ({ name, licence }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** Whether a package may be used. What cannot be understood may not. */
export function isAllowed({ name, licence }: Licensed): boolean {
  const further = Object.entries(allowedFor)
    .filter(([, { packages }]) => packages.test(name))
    .map(([id]) => id);
  try {
    return licence !== undefined && satisfies(readAs[name] ?? licence, [...allowed, ...further]);
  } catch {
    return false; // Not SPDX: "SEE LICENSE IN …", "UNLICENSED", "Custom".
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const packages = runtimePackages(
    JSON.parse(
      readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'),
    ) as Parameters<typeof runtimePackages>[0],
  );
  const byLicence = Map.groupBy(packages, ({ licence }) => licence ?? 'none');
  for (const licence of [...byLicence.keys()].sort())
    console.log(
      `${licence}\n${byLicence
        .get(licence)!
        .map(({ name }) => `  ${name}`)
        .join('\n')}\n`,
    );
  const refused = packages.filter((each) => !isAllowed(each));
  for (const { name, licence } of refused)
    console.error(
      `${name} stands under ${licence ?? 'no licence'}, which .ci/licences.ts does not allow: replace it, or allow it there with the reason.`,
    );
  process.exitCode = refused.length > 0 ? 1 : 0;
}
