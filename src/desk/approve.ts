import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mustGet } from '#lang/lookup.ts';
import type { Locale } from '#lang/locale.ts';
import { isoIn } from '#lang/time.ts';
import { UserError } from '#messages/user-error.ts';
import { withField } from '#schema/front-matter.ts';
import { announcementId, type ValidAnnouncement } from '#site/announcement.ts';
import { approvalOf, approvedState } from '#site/approval.ts';
import type { Site } from '#site/model.ts';
import { historyOf, isSamePerson } from './authors.ts';
import type { Person, Repository } from './repository.ts';

/** A text, and the person who decides about it. */
export interface Decision {
  /** The content folder. */
  readonly content: string;
  readonly site: Pick<Site, 'approval' | 'timeZone'>;
  readonly announcement: ValidAnnouncement;
  readonly locale: Locale;
  readonly person: Person;
  /** Undefined when the folder is in no repository: then nobody knows who has written a text. */
  readonly repository: Repository | undefined;
  readonly now: Date;
  /** The fingerprint of what the person has seen, if the text may have changed since. */
  readonly seen?: string | undefined;
}

/**
 * Records that a person approves a text as it is.
 * @param alone why nobody else could approve it; without it, the person must have written nothing of the text
 * @returns the file; undefined when the text was approved already
 * @throws {UserError} when it may not be approved
 */
export async function approve(
  decision: Decision,
  alone: string | undefined,
): Promise<string | undefined> {
  const { announcement, locale, person, now, site } = decision;
  const text = mustGet(announcement.files, locale);
  check(decision);
  if (approvalOf(text) === 'approved') return undefined;
  if (alone === undefined) await checkSecondPerson(decision);
  const entry = {
    by: shownName(person),
    on: isoIn(site.timeZone, now).slice(0, 16),
    of: approvedState(text),
    ...(alone !== undefined && { alone }),
  };
  record(decision, [
    ['approved', entry],
    ['returned', undefined],
  ]);
  return text.file;
}

/**
 * Records that a person sends a text back.
 * @throws {UserError} when it cannot be recorded
 */
export function sendBack(decision: Decision, remark: string): string {
  const { announcement, locale, person, now, site } = decision;
  const text = mustGet(announcement.files, locale);
  check(decision);
  record(decision, [
    [
      'returned',
      {
        by: shownName(person),
        on: isoIn(site.timeZone, now).slice(0, 16),
        of: approvedState(text),
        remark,
      },
    ],
  ]);
  return text.file;
}

function check({ site, announcement, locale, person, seen }: Decision): void {
  const text = mustGet(announcement.files, locale);
  const params = { id: announcementId(announcement), language: locale };
  if (site.approval !== 'required') throw new UserError('approval-off');
  if (text.value.draft) throw new UserError('approve-draft', params);
  if (person.name === '' && person.email === '') throw new UserError('approve-nobody');
  if (seen !== undefined && seen !== approvedState(text))
    throw new UserError('approve-changed', params);
}

/** @throws {UserError} when the person has written some of the text, or nobody knows who has */
async function checkSecondPerson({
  announcement,
  locale,
  person,
  repository,
}: Decision): Promise<void> {
  const { file, value } = mustGet(announcement.files, locale);
  const params = { id: announcementId(announcement), language: locale };
  if (!repository) throw new UserError('approve-no-history', params);
  const path = repository.prefix === '' ? file : `${repository.prefix}/${file}`;
  const { authors } = await historyOf(repository, path, value.approved?.of);
  if (authors.length === 0) throw new UserError('approve-no-history', params);
  if (authors.some((author) => isSamePerson(author, person)))
    throw new UserError('approve-same-person', { ...params, name: shownName(person) });
}

function record(
  { content, announcement, locale }: Decision,
  entries: ReadonlyArray<readonly [string, Readonly<Record<string, string>> | undefined]>,
): void {
  const { file } = mustGet(announcement.files, locale);
  const path = join(content, file);
  let text = readFileSync(path, 'utf8');
  for (const [field, value] of entries) {
    const edited = withField(text, field, value);
    if (edited === undefined)
      throw new UserError('cannot-write-field', {
        file,
        line: `${field}: ${JSON.stringify(value ?? '')}`,
      });
    text = edited;
  }
  writeFileSync(path, text);
}

function shownName({ name, email }: Person): string {
  return name || email;
}
