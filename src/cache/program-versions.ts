import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockFiles, programFolder } from './program.ts';

/** The versions of this program, of the Node that it is tested with, and of packages that npm would choose otherwise. */
export interface ProgramVersions {
  readonly version: string;
  readonly node: string;
  /** Without them, `npm ci` refuses the lock file: npm counts the overrides of the outermost package only. */
  readonly overrides: Readonly<Record<string, string>>;
}

/** Reads the versions from the program's `package.json`. */
export function programVersions(): ProgramVersions {
  const { version, dependencies, overrides } = JSON.parse(
    readFileSync(join(programFolder, 'package.json'), 'utf8'),
  ) as Pick<ProgramVersions, 'version' | 'overrides'> & { dependencies: { node: string } };
  return { version, node: dependencies.node, overrides };
}

interface LockedPackage {
  readonly dev?: boolean;
}

/** The last is the program's own: a site that has it as a package also has a lock file of its own. */
const ownLockFile = lockFiles.at(-1);

/**
 * The beginning of a lock file for a site: every package that this program runs with, in the version it is tested with.
 * npm adds the program itself.
 */
export function lockForSite(): string | undefined {
  if (!ownLockFile) return undefined;
  const lock = JSON.parse(readFileSync(ownLockFile, 'utf8')) as {
    readonly lockfileVersion: number;
    readonly packages: Readonly<Record<string, LockedPackage>>;
  };
  const packages = Object.entries(lock.packages).filter(([name, { dev }]) => name !== '' && !dev);
  const { lockfileVersion } = lock;
  return `${JSON.stringify({ lockfileVersion, requires: true, packages: Object.fromEntries(packages) }, null, 2)}\n`;
}
