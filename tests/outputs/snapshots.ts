import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createClock } from '#clock.ts';
import { finishSnapshot, type Snapshot } from '#snapshot/snapshot.ts';
import { makeSnapshot } from '#snapshot/make-snapshot.ts';
import { generateContent } from '../../bench/generate.ts';
import { waves } from '../images/test-pictures.ts';
import { type Content, fillContent, markdown } from '../site/content.ts';

/** The day after the newest generated announcement. */
export const now = '2026-10-02T12:00:00+05:00';

/** Reads a content folder as a build would; every picture is said to have a million bytes. */
export async function snapshotOf(folder: string, moment = now): Promise<Snapshot> {
  const { snapshot } = await makeSnapshot({ folder, clock: createClock(new Date(moment)) });
  return finishSnapshot(snapshot, {
    pictureSizes: new Map(
      [...snapshot.pictures.values()].map(({ fallback }) => [fallback.name, 1_000_000]),
    ),
  });
}

/** The small site of `../site/content.ts` with changes. */
export async function smallSnapshot(
  changes: Content,
  moment = '2026-02-01T12:00:00+05:00',
): Promise<Snapshot> {
  const folder = mkdtempSync(join(tmpdir(), 'jarshy-small-'));
  try {
    fillContent(folder, changes);
    return await snapshotOf(folder, moment);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Three hundred announcements in two languages, ten a day back from 1 October 2026, and these: each shows one thing that can happen to an announcement. */
export const special = {
  everything: '2026/everything',
  takenBack: '2026/taken-back',
  takenBackLongAgo: '2026/taken-back-long-ago',
  gone: '2026/gone',
  late: '2026/late',
  corrected: '2026/corrected',
  renamed: '2026/renamed',
} as const;

/** Writes that site. @returns its folder, to be deleted by the caller */
export async function writeGenerated(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'jarshy-generated-'));
  await generateContent({ dir: join(folder, 'content'), announcements: 300 });
  const content = join(folder, 'content');
  for (const [path, text] of Object.entries(specialFiles)) write(content, path, text);
  const picture = await waves(1300, 900).jpeg().toBuffer();
  for (const name of ['photo.jpg', 'second.jpg'])
    write(content, `announcements/${special.everything}/${name}`, picture);
  return content;
}

/** The same folder with other texts, for as long as the test runs. */
export function changed(content: string, changes: Readonly<Record<string, string>>): string {
  const copy = mkdtempSync(join(tmpdir(), 'jarshy-changed-'));
  onTestFinished(() => rmSync(copy, { recursive: true }));
  cpSync(content, copy, { recursive: true });
  for (const [path, text] of Object.entries(changes)) {
    if (!statSync(join(copy, path)).isFile())
      throw new Error(`${path} is not there to be changed.`);
    write(copy, path, text);
  }
  return copy;
}

function write(folder: string, path: string, text: string | Uint8Array): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function both(
  id: string,
  facts: readonly string[],
  { kk = [], ru = [] }: { kk?: readonly string[]; ru?: readonly string[] } = {},
  body = 'Мәтін.\n',
): Record<string, string> {
  return {
    [`announcements/${id}/index.kk.md`]: markdown([`title: ${id} қазақша`, ...facts, ...kk], body),
    [`announcements/${id}/index.ru.md`]: markdown([`title: ${id} по-русски`, ...ru], body),
  };
}

const specialFiles: Readonly<Record<string, string>> = {
  ...both(
    special.everything,
    [
      'date: 2026-10-01T18:30:00+05:00',
      'kind: event',
      'topics: [roads]',
      'divisions: [health]',
      'contact: health',
      'cover: ./photo.jpg',
      'coverCredit: А. Омаров',
      'eventStart: 2026-10-20T10:00:00+05:00',
      'eventEnd: 2026-10-20T12:00:00+05:00',
      'eventOnline: https://live.example.org/?a=1&b=2',
      'eventRevision: 3',
      'outcomes: [{ text: Көшені жөндеу, division: health, due: 2026-12-01, status: done }]',
      'gallery: [{ src: ./second.jpg, alt: Екінші сурет, caption: Көше }]',
      'attachments: [{ file: plan.csv, title: Жоспар }]',
      'corrections: [{ date: 2026-10-02, note: Күні түзетілді. }]',
    ],
    {
      kk: [
        'summary: Қысқаша.',
        'coverAlt: Көше',
        'coverCaption: Көше таңертең',
        'eventPlace: Абай алаңы',
      ],
      ru: [
        'summary: Кратко.',
        'coverAlt: Улица',
        'eventPlace: Площадь Абая',
        'outcomes: [{ text: Починить улицу }]',
        'gallery: [{ alt: Вторая картинка }]',
        'attachments: [{ title: План }]',
        'corrections: [{ note: Исправлена дата. }]',
      ],
    },
    '## Бөлім\n\n| А | Б |\n| --- | ---: |\n| 1 | 2 |\n\n![Сурет](./photo.jpg "Атауы")\n\n[Сілтеме](/kk/) және [файл](plan.csv)[^1]\n\n[^1]: Ескертпе.\n',
  ),
  [`announcements/${special.everything}/plan.csv`]: 'a,b\n',
  ...both(special.takenBack, ['date: 2026-08-01', 'topics: [roads]', 'withdrawnOn: 2026-09-25'], {
    kk: ['withdrawnReason: Қате.'],
    ru: ['withdrawnReason: Ошибка.'],
  }),
  ...both(special.takenBackLongAgo, ['date: 2026-07-01', 'withdrawnOn: 2026-08-01'], {
    kk: ['withdrawnReason: Қате.'],
    ru: ['withdrawnReason: Ошибка.'],
  }),
  ...both(
    special.gone,
    ['date: 2026-07-03', 'topics: [roads]', 'removedOn: 2026-09-28'],
    { kk: ['removedReason: Сот шешімі.'], ru: ['removedReason: Решение суда.'] },
    'SECRET\n',
  ),
  ...both(special.late, ['date: 2026-07-01', 'topics: [roads]'], { ru: ['appeared: 2026-09-30'] }),
  ...both(
    special.corrected,
    ['date: 2026-07-02', 'corrections: [{ date: 2026-09-20, note: Түзетілді. }]'],
    { ru: ['corrections: [{ note: Исправлено. }]'] },
  ),
  ...both(special.renamed, [
    'date: 2026-10-01',
    'aliases: [/kk/news/2026/first-name/, /kk/news/2026/second-name/]',
  ]),
};
