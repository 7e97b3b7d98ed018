import { must } from '#lang/lookup.ts';
import type { Say } from '#messages/messages.ts';
import { formatMoment } from '#lang/dates.ts';
import type { Strings } from '#lang/strings.ts';
import { type Debt, type DebtKind, type TextLocation, type Status } from './status.ts';

/** The messages in one language of the press office. */
export interface Voice {
  readonly say: Say;
  /** How the language writes dates. */
  readonly strings: Strings;
}

/** A status in words, independent of the output format. */
export interface StatusText {
  readonly title: string;
  readonly lines: readonly string[];
  readonly sections: readonly Section[];
  /** Present when the texts were also checked. */
  readonly checks?: CheckList | undefined;
}

/** What a publication would find in the texts. */
export interface CheckList {
  readonly heading: string;
  /** Full sentences under the heading. */
  readonly notes: readonly string[];
  readonly findings: readonly CheckLine[];
  /** The sentence to show when there are no findings. */
  readonly nothing: string;
}

/** A finding in words. */
export interface CheckLine {
  readonly severity: string;
  /** `announcements/2026/x/index.ru.md:5` */
  readonly place: string;
  readonly what: string;
  readonly remedy: string;
}

/** One list of a status, with its heading. */
export interface Section {
  readonly name: 'held' | 'debt' | 'gaps' | 'silences' | 'alone';
  readonly heading: string;
  /** Full sentences under the heading. */
  readonly notes: readonly string[];
  readonly rows: readonly Row[];
  /** The sentence to show when there are no rows. */
  readonly nothing: string;
}

/** One line of a section, about one text. */
export interface Row {
  readonly place: TextLocation;
  /** Short values, one per column. */
  readonly cells: readonly string[];
  /** Full sentences about this text. */
  readonly details: readonly string[];
}

/** Puts a status into words. */
export function statusText(status: Status, voice: Voice): StatusText {
  const { say, strings } = voice;
  const moment = (date: Date) => formatMoment(strings, status.timeZone, date);
  const section = (name: Section['name'], rows: Row[], notes: string[] = []): Section => ({
    name,
    heading: say(`status.${name}`),
    notes,
    rows,
    nothing: say('status.nothing'),
  });
  return {
    title: say('status.title', { moment: moment(status.now) }),
    lines: [
      say('status.counts', status.counts),
      status.nextChange
        ? say('status.next', { moment: moment(status.nextChange) })
        : say('status.no-next'),
      ...(status.problems > 0 ? [say('status.problems', { count: status.problems })] : []),
    ],
    sections: [
      section(
        'held',
        status.held.map((text) => ({
          place: text,
          cells: [
            text.locale,
            text.approval
              ? say(`status.held.${text.approval}`)
              : text.opens
                ? say('status.held.opens', { moment: moment(text.opens) })
                : say('status.held.draft'),
          ],
          details: text.remark === undefined ? [] : [text.remark],
        })),
      ),
      section(
        'debt',
        status.debt.map((debt) => debtRow(debt, voice)),
        debtNotes(status, voice),
      ),
      section(
        'gaps',
        status.gaps.map((gap) => ({
          place: gap,
          cells: [gap.locale, say(`status.gaps.${gap.lacks}`)],
          details: [],
        })),
      ),
      section(
        'silences',
        status.silences.map((silence) => ({
          place: silence,
          cells: [silence.locale, silence.rule],
          details: silence.reason ? [silence.reason] : [],
        })),
      ),
      ...(status.alone
        ? [
            section(
              'alone',
              status.alone.map((one) => ({
                place: one,
                cells: [one.locale, one.on],
                details: [`${one.by}: ${one.reason}`],
              })),
            ),
          ]
        : []),
    ],
  };
}

function debtNotes({ debt, locales, unrecorded }: Status, { say }: Voice): string[] {
  const owing = locales.filter((locale) => debt.some((one) => one.locale === locale));
  const count = (locale: string, kind: DebtKind) =>
    debt.filter((one) => one.locale === locale && one.kind === kind).length;
  return [
    ...owing.map((language) =>
      say('status.debt.count', {
        language,
        missing: count(language, 'missing'),
        stale: count(language, 'stale'),
        machine: count(language, 'machine'),
      }),
    ),
    ...(unrecorded > 0 ? [say('status.unrecorded', { count: unrecorded })] : []),
  ];
}

function debtRow(debt: Debt, { say }: Voice): Row {
  return {
    place: debt,
    cells: [say('status.days', { count: debt.days }), debt.locale, say(`status.debt.${debt.kind}`)],
    details: debt.kind === 'stale' ? changes(debt, say) : [],
  };
}

function changes({ changed, lost, source }: Debt, say: Voice['say']): string[] {
  const language = must(source, 'language of the source');
  if (changed.length === 0 && lost <= 0) return [say('status.change.unknown', { language })];
  return [
    ...changed.map(({ field, line, text }) =>
      field
        ? say('status.change.field', { language, field, line: String(line) })
        : say('status.change.paragraph', { language, line: String(line), text: beginning(text) }),
    ),
    ...(lost > 0 ? [say('status.change.lost', { language, count: lost })] : []),
  ];
}

/** The first 50 characters of a paragraph at most: enough to find it. */
function beginning(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ');
  return line.length <= 50 ? line : `${line.slice(0, 50).replace(/\s*\S*$/u, '')}…`;
}
