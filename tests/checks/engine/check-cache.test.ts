import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createRuleContext } from '#checks/engine/rule-context.ts';
import { checkSite } from '#checks/engine/check-site.ts';
import { createClock } from '#clock.ts';
import { makeSnapshot } from '#snapshot/make-snapshot.ts';
import { type BuildCache, createBuildCache } from '#cache/build-cache.ts';
import { checkTexts, keepCheckedTexts, textTaskOf } from '#checks/engine/check-texts.ts';
import { fillContent, markdown, settingsWith, week, writeContent } from '../../site/content.ts';

const now = new Date('2026-02-01T12:00:00+05:00');
const text = `${week}/index.ru.md`;
const shown = 'В понедельник мост через реку закроют для машин до самого вечера.';
const page = (inside: string) =>
  `<!doctype html><html lang="ru" dir="ltr"><head><meta charset="utf-8"><title>Сайт</title></head><body>${inside}</body></html>`;

let content: string;
let folder: string;
beforeEach(() => {
  content = writeContent({ [text]: markdown(['title: Неделя дорог', 'date: 2026-01-22']) });
  folder = mkdtempSync(join(tmpdir(), 'jarshy-site-'));
  mkdirSync(join(folder, 'ru'));
  writeFileSync(join(folder, 'ru/index.html'), page(`<p>${shown}</p>`));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** @param cache what an earlier check has seen */
async function check(cache: BuildCache = createBuildCache()) {
  const { snapshot, sources } = await makeSnapshot({ folder: content, clock: createClock(now) });
  const context = await createRuleContext({ snapshot, sources: sources(), content });
  const task = textTaskOf(context, cache);
  const texts = checkTexts(task);
  keepCheckedTexts(cache, task, texts);
  const { findings } = await checkSite(context, folder, { cache, texts: Promise.resolve(texts) });
  cache.nextBuild();
  return {
    found: findings.map(({ rule, id, page: on, file, line }) => [rule, id, on ?? file, line]),
    seen: cache,
  };
}

/** A check after a change, by one who has seen the site before; it must find what one finds who sees it for the first time. */
async function afterChange(change: () => void) {
  const { seen } = await check();
  change();
  const { found } = await check(seen);
  expect(found).toEqual((await check()).found);
  return found;
}

/** Writes other bytes of the same length, and leaves the time of the last change as it was. */
function changeUnseen(file: string): void {
  const { atime, mtime } = statSync(file);
  writeFileSync(file, readFileSync(file, 'utf8').replace('lang="ru"', 'lang="kk"'));
  utimesSync(file, atime, mtime);
}

test('where nothing has changed, the same is found again', async () => {
  writeFileSync(join(folder, 'ru/index.html'), page('<a href="/ru/nowhere/">x</a>'));
  expect(await afterChange(() => {})).toEqual([['links', 'broken-link', '/ru/', undefined]]);
});

test('a file that is the same to the nanosecond is not read again', async () => {
  const file = join(folder, 'ru/index.html');
  utimesSync(file, 1, 1);
  const { seen } = await check();
  changeUnseen(file);
  expect((await check(seen)).found).toEqual([]);
  expect((await check()).found).toEqual([['languages', 'wrong-language', '/ru/', undefined]]);
});

describe('a change is seen', () => {
  test('in a file of the site', async () => {
    expect(
      await afterChange(() =>
        writeFileSync(join(folder, 'ru/index.html'), page('<p id="a">x</p><p id="a">y</p>')),
      ),
    ).toEqual([['html', 'repeated-id', '/ru/', undefined]]);
  });

  test('in what its links lead to', async () => {
    mkdirSync(join(folder, 'ru/map'));
    writeFileSync(join(folder, 'ru/map/index.html'), page('<h1>x</h1>').replace('Сайт', 'Карта'));
    writeFileSync(join(folder, 'ru/index.html'), page('<a href="/ru/map/">x</a>'));
    expect(await afterChange(() => rmSync(join(folder, 'ru/map/index.html')))).toEqual([
      ['links', 'broken-link', '/ru/', undefined],
    ]);
  });

  test('in a text of the content', async () => {
    expect(
      await afterChange(() =>
        fillContent(content, {
          [text]: markdown(
            ['title: Неделя дорог', 'date: 2026-01-22'],
            'Счёт KZ86125KZT5004100100.\n',
          ),
        }),
      ),
    ).toEqual([['iban', 'private-iban', text, 5]]);
  });

  test('in what the rules for texts stand on', async () => {
    const call = {
      [text]: markdown(['title: Неделя дорог', 'date: 2026-01-22'], 'Звоните: +7 701 234 56 78\n'),
    };
    fillContent(content, {
      ...call,
      'site.yaml': settingsWith('contacts: { phones: [{ number: +7 701 234 56 78 }] }'),
    });
    expect((await check()).found).toEqual([]);
    expect(await afterChange(() => fillContent(content, call))).toEqual([
      ['mobile-number', 'private-mobile-number', text, 5],
    ]);
  });

  test('when something becomes a secret that a page has shown all along', async () => {
    const secret = 'announcements/2026/secret/index.ru.md';
    expect(
      await afterChange(() =>
        fillContent(content, {
          [secret]: markdown(
            ['title: Пока это тайна для всех', 'date: 2026-03-12', 'topics: [safety]'],
            `${shown}\n`,
          ),
        }),
      ),
    ).toEqual([['held', 'held-leak', secret, 6]]);
  });
});

test('what was found once is found until it is gone', async () => {
  writeFileSync(
    join(folder, 'ru/photo.jpg'),
    Buffer.concat([
      Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 16]),
      Buffer.from('Exif\0\0MM\0*\0\0\0\x08'),
      Buffer.from([0xff, 0xd9]),
    ]),
  );
  const first = await check();
  expect(first.found).toEqual([['picture-metadata', 'camera-data', '/ru/photo.jpg', undefined]]);
  const second = await check(first.seen);
  expect(second.found).toEqual(first.found);
  rmSync(join(folder, 'ru/photo.jpg'));
  expect((await check(second.seen)).found).toEqual([]);
});
