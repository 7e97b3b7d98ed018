import { showWritten, type Written } from '#lang/time.ts';
import { type ListName, lists } from '#schema/announcement.ts';
import { type Problem, problemAt } from '#schema/problem.ts';
import { registryIds } from '#schema/registry-names.ts';
import { type Facts, type LanguageFiles, type ListFacts, mergeFacts } from './merge-facts.ts';

/**
 * The facts that readers see and that are held as long as every text that says them. The others decide whether and how
 * a text is public: they count wherever they are written.
 */
const shownFacts = [
  ...registryIds,
  ...(['cover', 'coverCredit', 'contact'] as const),
  ...(['eventStart', 'eventEnd', 'eventOnline', 'eventRevision'] as const),
];

/** A text that says one of these says these facts, too: a description of a picture is about the picture. */
const saidWith = {
  coverAlt: ['cover'],
  eventPlace: ['eventStart', 'eventEnd', 'eventOnline', 'eventRevision'],
} as const;

/** The fact without which an entry of a list cannot be shown at all. */
const needed: Partial<Record<ListName, string>> = {
  gallery: 'src',
  attachments: 'file',
  corrections: 'date',
};

/** An announcement with what all its texts say. */
interface Said {
  readonly files: LanguageFiles;
  readonly facts: Facts & { date: NonNullable<Facts['date']> };
  readonly listFacts: ListFacts;
}

/** An announcement as its public texts tell it, and what they leave out. */
export interface ToldFacts<Announcement> {
  readonly told: Announcement;
  /** Says of each fact that is left out where it is written. For warnings. */
  readonly heldFacts: readonly Problem[];
}

/**
 * Leaves out the facts that only held texts say. Otherwise a draft in one language would make public, through the text
 * in another, whom or what it is about.
 * @param shown the texts that readers may see
 */
export function toldFacts<Announcement extends Said>(
  sound: Announcement,
  shown: LanguageFiles,
  zone: string,
): ToldFacts<Announcement> {
  if (shown.size === sound.files.size) return { told: sound, heldFacts: [] };
  const { facts: said, listFacts } = mergeFacts(shown, zone);
  const implied = Object.entries(saidWith).flatMap(([field, facts]) =>
    [...shown.values()].some(({ value }) => value[field as keyof typeof saidWith] !== undefined)
      ? facts
      : [],
  );
  const facts = {
    ...said,
    ...Object.fromEntries(implied.map((name) => [name, sound.facts[name]])),
  };
  const leftOut = shownFacts.filter(
    (name) => sound.facts[name] !== undefined && facts[name] === undefined,
  );
  const told: Announcement = {
    ...sound,
    facts: {
      ...sound.facts,
      ...(Object.fromEntries(shownFacts.map((name) => [name, facts[name]])) as Pick<
        typeof facts,
        (typeof shownFacts)[number]
      >),
    },
    listFacts: Object.fromEntries(
      (Object.keys(lists) as ListName[]).map((name) => [
        name,
        sound.listFacts[name].map((entry, index) => {
          const key = needed[name];
          return { ...(key !== undefined && { [key]: entry[key] }), ...listFacts[name][index] };
        }),
      ]),
    ) as unknown as ListFacts,
  };
  const heldFacts = leftOut.flatMap((field) => {
    const sayer = [...sound.files.values()].find(({ value }) => value[field] !== undefined);
    return sayer
      ? problemAt(
          'held-fact',
          { file: sayer.file, line: sayer.yaml.lineOf([field]) },
          { field, line: `${field}: ${asWritten(sound.facts[field], zone)}` },
        )
      : [];
  });
  return { told, heldFacts };
}

function asWritten(value: unknown, zone: string): string {
  if (Array.isArray(value)) return `[${value.join(', ')}]`;
  return typeof value === 'object' && value !== null && ('day' in value || 'instant' in value)
    ? showWritten(value as Written, zone)
    : String(value);
}
