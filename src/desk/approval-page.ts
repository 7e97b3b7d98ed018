import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Locale } from '#lang/locale.ts';
import { formatMoment } from '#lang/dates.ts';
import type { Strings } from '#lang/strings.ts';
import type { Say } from '#messages/messages.ts';
import { findingsHtml } from '#status/page.ts';
import type { CheckLine } from '#status/sections.ts';
import type { CalendarEntry } from '#status/status.ts';
import { page } from './page.ts';
import type { TextToApprove, WaitingAnnouncement } from './waiting-texts.ts';

/** What the page of the person who approves shows. */
export interface ApprovalPage {
  readonly locale: Locale;
  readonly say: Say;
  readonly strings: Strings;
  readonly timeZone: string;
  readonly waiting: readonly WaitingAnnouncement[];
  /** What the checks have found, each with its place. */
  readonly findings: readonly CheckLine[];
  readonly calendar: readonly CalendarEntry[];
  /** Who did what lately, a line each. */
  readonly log: readonly string[];
  readonly told: readonly string[];
}

/** The page of the person who approves: what waits, what comes out when, and who did what. */
export function approvalPage({
  locale,
  say,
  strings,
  timeZone,
  waiting,
  findings,
  calendar,
  log,
  told,
}: ApprovalPage): string {
  return page(locale, say('desk.approval'), [
    h('h1', say('desk.approval')),
    h('p', [h('a', { href: '/desk/' }, say('desk.title'))]),
    ...(told.length > 0 ? [h('div', { role: 'status' }, [h('p', told.join('\n'))])] : []),
    ...(waiting.length === 0 ? [h('p', say('desk.approval.nothing'))] : []),
    ...waiting.flatMap((one) => announcementHtml(one, findings, { locale, say })),
    h('h2', { id: 'calendar' }, say('desk.calendar')),
    calendar.length === 0
      ? h('p', say('desk.calendar.nothing'))
      : h('table', [
          h(
            'tbody',
            calendar.map((entry) =>
              h('tr', [
                h('td', formatMoment(strings, timeZone, entry.at)),
                h('td', say(`desk.calendar.${entry.kind}`)),
                h('td', `${entry.title} (${entry.locale})`),
              ]),
            ),
          ),
        ]),
    ...(log.length > 0
      ? [
          h('h2', { id: 'log' }, say('desk.log')),
          h(
            'ul',
            log.map((line) => h('li', line)),
          ),
        ]
      : []),
  ]);
}

function announcementHtml(
  { id, title, texts }: WaitingAnnouncement,
  findings: readonly CheckLine[],
  voice: { readonly locale: Locale; readonly say: Say },
): ElementContent[] {
  const own = findings.filter(({ place }) => place.startsWith(`announcements/${id}/`));
  return [
    h('h2', { id }, title),
    h('p', [h('code', id)]),
    ...(own.length > 0 ? [findingsHtml(own)] : [h('p', voice.say('desk.sound'))]),
    h(
      'div',
      { className: 'beside' },
      texts.map((text) => textHtml(id, text, voice)),
    ),
  ];
}

function textHtml(
  id: string,
  text: TextToApprove,
  { locale, say }: { readonly locale: Locale; readonly say: Say },
): ElementContent {
  const { approval, approved, returned, authors } = text;
  const named = new Intl.DisplayNames(locale, { type: 'language' }).of(text.locale) ?? text.locale;
  return h('section', [
    h('h3', `${named}: ${say(`desk.approval.${approval}`)}`),
    ...(authors.length > 0
      ? [h('p', say('desk.approval.authors', { names: authors.join(', ') }))]
      : []),
    ...(approved ? [h('p', say('desk.approval.last', { by: approved.by, on: approved.on }))] : []),
    ...(returned
      ? [h('p', say('desk.approval.remarked', { by: returned.by, remark: returned.remark }))]
      : []),
    h('div', { lang: text.locale, className: 'text' }, [
      ...text.parts.map(({ field, text: written, isChanged }) =>
        h('p', [
          ...(field ? [h('small', field)] : []),
          isChanged ? h('mark', written) : { type: 'text' as const, value: written },
        ]),
      ),
      ...text.gone.map((written) => h('p', [h('del', written)])),
    ]),
    ...(approval === 'submitted' || approval === 'changed' ? [decisionHtml(id, text, say)] : []),
  ]);
}

function decisionHtml(id: string, { locale, state }: TextToApprove, say: Say): ElementContent {
  const hidden = [
    h('input', { type: 'hidden', name: 'text', value: `${id} ${locale}` }),
    h('input', { type: 'hidden', name: 'state', value: state }),
  ];
  return h('div', [
    h('form', { method: 'post', action: '/desk/approve/' }, [
      ...hidden,
      h('button', { type: 'submit' }, say('desk.approve')),
    ]),
    h('form', { method: 'post', action: '/desk/return/' }, [
      ...hidden,
      h('label', [
        say('desk.remark'),
        ' ',
        h('input', { type: 'text', name: 'remark', required: true }),
      ]),
      h('button', { type: 'submit' }, say('desk.return')),
    ]),
    h('details', [
      h('summary', say('desk.approve.alone')),
      h('form', { method: 'post', action: '/desk/approve/' }, [
        ...hidden,
        h('label', [
          say('desk.reason'),
          ' ',
          h('input', { type: 'text', name: 'alone', required: true }),
        ]),
        h('button', { type: 'submit' }, say('desk.approve')),
      ]),
    ]),
  ]);
}
