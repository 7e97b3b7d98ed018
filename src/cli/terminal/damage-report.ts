import type { BuildReport } from '#build/build-in-place.ts';
import type { Say } from '#messages/messages.ts';

/** So many names are told; of more, a person looks at the disk and not at the names. */
const most = 5;

/** What was found damaged and made again, a line each. */
export function damageReport(
  say: Say,
  remade: BuildReport['remade'],
  changed: ReadonlyArray<{ readonly file: string }> = [],
): string[] {
  return [
    ...(remade.length > 0
      ? [say('cache-repaired', { count: remade.length, files: named(remade) })]
      : []),
    ...(changed.length > 0
      ? [
          say('site-changed', {
            count: changed.length,
            files: named(changed.map(({ file }) => file)),
          }),
        ]
      : []),
  ];
}

function named(files: readonly string[]): string {
  return [...files.slice(0, most), ...(files.length > most ? ['…'] : [])].join(', ');
}
