import type { ProblemId } from '#schema/problem.ts';
import type { Model } from '#site/model.ts';
import type { Checked, Fault, Rule, Severity } from '#checks/rule.ts';
import { isPermitted } from './permissions.ts';
import { mask } from './mask.ts';

/** What is personal depends on: the day, and whose numbers are public. */
export interface About {
  readonly edition: { readonly now: Date; readonly model: Pick<Model, 'site' | 'divisions'> };
}

/** A kind of personal data that no text should hold. */
export interface PersonalData {
  readonly name: string;
  readonly severity: Severity;
  /** Its sentences; they name the masked `value`. */
  readonly id: Extract<ProblemId, `private-${string}`>;
  /** Where it stands in a text, and what stands there. */
  search(text: string, about: About): Iterable<Match>;
}

export interface Match {
  /** The place in the text that was searched. */
  readonly index: number;
  readonly value: string;
}

/** A place where personal data stands. */
interface Place extends Match {
  readonly file: string;
  readonly folder: string | undefined;
  readonly line: number | undefined;
  readonly held: boolean;
}

/**
 * A rule over everything that is or will be public: texts with their fields, and what can be read in documents.
 * What is held is told early, as a warning and without its value, so that no timer meets it at night; what is removed is gone.
 */
export function personalData(kind: PersonalData): Rule {
  return {
    name: kind.name,
    severity: kind.severity,
    find: (checked) =>
      placesOf(kind, checked)
        .filter(({ folder }) => !isPermitted(checked.sources, folder, kind.name))
        .map(({ file, line, value, held }): Fault => {
          if (held) return { id: 'private-held', params: { rule: kind.name }, file, line, severity: 'warning' };
          return { id: kind.id, params: { value: mask(value) }, file, line };
        }),
  };
}

/** Every place where data of a kind stands, silenced or not. */
function placesOf({ search }: PersonalData, checked: Pick<Checked, 'edition' | 'sources' | 'attachments'>): Place[] {
  const places: Place[] = [];
  for (const { file, folder, standing, written } of checked.sources.texts) {
    if (standing === 'removed') continue;
    const text = readable(written);
    for (const match of search(text, checked)) places.push({ ...match, file, folder, held: standing === 'held', line: text.slice(0, match.index).split('\n').length });
  }
  for (const { file, folder, standing } of checked.sources.files) {
    const attachment = checked.attachments.get(file);
    if (!attachment || standing === 'removed') continue;
    for (const match of search(attachment.text, checked)) places.push({ ...match, file, folder, held: standing === 'held', line: undefined });
  }
  return places;
}

/** A Markdown text without the marks that may stand inside a number; its lines stay its lines. */
export function readable(text: string): string {
  return text.replaceAll(/[*_~`\\\u00ad\u200b-\u200d\u2060]/gu, '').replaceAll(/[\u00a0\u2007\u202f]/gu, ' ').replaceAll(/[‐-–]/gu, '-');
}

/** Matches of a pattern whose group `value`, or the whole, passes a test. */
export function* matches(text: string, pattern: RegExp, accepts: (value: string) => boolean = () => true): Generator<Match> {
  for (const match of text.matchAll(pattern)) {
    const value = match.groups?.value ?? match[0];
    if (accepts(value)) yield { index: match.index + match[0].lastIndexOf(value), value };
  }
}
