import { everyWriting } from '#languages/writings.ts';

const every = everyWriting.map(({ dates }) => dates);

/** The beginnings of the names of the months, January first, of all languages as one pattern each: endings follow. */
export const monthForms: readonly string[] = Array.from({ length: 12 }, (_, month) =>
  every.flatMap(({ monthBeginnings }) => monthBeginnings?.[month] ?? []).join('|'),
);

/** A word for «month» that may stand between its name and a number: «қаңтар айының 22-сі». */
export const monthWord = String.raw`(?:\s(?:${every.flatMap((dates) => dates.monthWord ?? []).join('|')}))?`;
