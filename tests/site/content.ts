import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createClock } from '#clock.ts';
import type { Params } from '#lang/message.ts';
import type { Problem, ProblemId } from '#schema/problem.ts';
import type { WrittenModel } from '#site/model.ts';
import { readSite } from '#site/read-site.ts';

/** Files of a content folder by path; undefined: not there. */
export type Content = Readonly<Record<string, string | Uint8Array | undefined>>;

/** The settings of the small site, a line each. */
export const settings = [
  'format: 1',
  'url: https://press.example.org/',
  'locales: [kk, ru]',
  'timeZone: Asia/Almaty',
  'name: { kk: Сайт, ru: Сайт }',
  'description: { kk: Үлгі, ru: Пример }',
  'publisher: { name: { kk: Бөлім, ru: Отдел } }',
];

/** The settings with one line put in place of the one with the same key, or added after the last. */
export function settingsWith(line: string): string {
  const key = line.slice(0, line.indexOf(':') + 1);
  return [...settings.filter((other) => !other.startsWith(key)), line].join('\n');
}

/** A Markdown file: its fields from the second line on, then a line of text. */
export function markdown(fields: readonly string[], body = 'Текст.\n'): string {
  return ['---', ...fields, '---', body].join('\n');
}

/** The folder of the one announcement of the small site. */
export const week = 'announcements/2026/road-week';

/** The Russian text of that announcement: the title stands in line 2, the date in line 3, further fields from line 4 on. */
export function inRussian(...fields: string[]): Content {
  return {
    [`${week}/index.ru.md`]: markdown(['title: Неделя дорог', 'date: 2026-01-22', ...fields]),
  };
}

/** The Kazakh text: the title stands in line 2, further fields from line 3 on. */
export function inKazakh(...fields: string[]): Content {
  return { [`${week}/index.kk.md`]: markdown(['title: Жол апталығы', ...fields]) };
}

/** The smallest site that has nothing wrong, with something of everything that announcements refer to. */
const smallSite: Content = {
  'site.yaml': settings.join('\n'),
  'topics.yaml': 'safety:\n  label: { kk: Қауіпсіздік, ru: Безопасность }\n',
  'divisions/traffic.yaml': 'name: { kk: Жол полициясы, ru: Дорожная полиция }\n',
  'people/a-omarov.yaml':
    'name: { kk: А. Омаров, ru: А. Омаров }\nrole: { kk: Бастық, ru: Начальник }\n',
  ...inKazakh(),
  ...inRussian(),
};

/** Writes the small site with changes into a folder that lives as long as the test.
 * @returns the folder */
export function writeContent(changes: Content): string {
  const folder = mkdtempSync(join(tmpdir(), 'jarshy-content-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  fillContent(folder, changes);
  return folder;
}

/** Writes the small site with changes into a folder that is there. */
export function fillContent(folder: string, changes: Content): void {
  for (const [path, text] of Object.entries({ ...smallSite, ...changes })) {
    if (text === undefined) continue;
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

export interface Reading {
  /** ISO 8601; by default some days after the announcement of the small site came out. */
  readonly now?: string;
  readonly showHeld?: boolean;
}

/** Reads the small site with changes. */
export function readContent(
  changes: Content,
  { now = '2026-02-01T12:00:00+05:00', showHeld = false }: Reading = {},
) {
  return readSite({ folder: writeContent(changes), clock: createClock(new Date(now)), showHeld });
}

/** The same, for a site that must have nothing wrong. */
export function modelOf(changes: Content, reading?: Reading): WrittenModel {
  const { model, problems } = readContent(changes, reading);
  if (!model || problems.length > 0)
    throw new Error(`Unexpected problems: ${JSON.stringify(problems)}`);
  return model;
}

/** A problem, for what a test expects. */
export function problem(
  id: ProblemId,
  file: string,
  line: number | undefined,
  params: Params = {},
): Problem {
  return { id, file, line, params } as Problem;
}
