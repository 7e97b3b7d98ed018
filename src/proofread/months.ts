import { everyWriting } from '#languages/writings.ts';

const every = everyWriting.map(({ dates }) => dates);

/**
 * For each month, January first: one pattern of the beginnings of its name in all languages. Case endings may follow.
 */
export const monthForms: readonly string[] = Array.from({ length: 12 }, (_, month) =>
  every.flatMap(({ monthBeginnings }) => monthBeginnings?.[month] ?? []).join('|'),
);

/** Pattern for a word «month» that may stand between the month's name and a number: «қаңтар айының 22-сі». */
export const monthWord = String.raw`(?:\s(?:${every.flatMap((dates) => dates.monthWord ?? []).join('|')}))?`;
