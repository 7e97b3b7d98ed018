import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { parse } from 'yaml';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signatureOf } from '#images/signature.ts';
import { shapeOf } from '#proofread/repair.ts';
import { splitFrontMatter } from '#schema/front-matter.ts';
import { root } from '../sites/build-all.ts';
import { sharedBrowser } from './launch.ts';
import { type Editor, type Office, openEditor, openOffice } from './office.ts';

// A press officer's morning: the program runs, the browser works on a folder of its own in the place of the one that a dialog would choose.

let office: Office;
let browser: Browser;
let editor: Editor;

beforeAll(async () => {
  office = await openOffice('mixed');
  // A name that another year has too, its facts with the Russian text; and a text in Kazakh alone.
  put(
    '2025/road-repairs/index.ru.md',
    'title: Прошлогодний ремонт\ndate: 2025-05-10\ntopics:\n  - roads\noutcomes:\n  - text: Отремонтировать\n    status: done',
  );
  put('2025/road-repairs/index.kk.md', 'title: Былтырғы жөндеу\noutcomes:\n  - text: Жөндеу');
  put('2025/only-kazakh/index.kk.md', 'title: Тек қазақша\ndate: 2025-05-11');
  put('2025/only-russian/index.ru.md', 'title: Только по-русски\ndate: 2025-05-13');
  office.git('add', '-A');
  office.git('commit', '-q', '-m', 'more');
  browser = await sharedBrowser();
  editor = await openEditor(browser, office);
});
afterAll(async () => {
  await editor?.close();
  await office?.close();
});

function put(name: string, fields: string): void {
  const file = join(office.folder, 'content/announcements', name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `---\n${fields}\n---\n\nText.\n`);
}

const inContent = (path: string) => readFileSync(join(office.folder, 'content', path), 'utf8');
const front = (text: string) => parse(splitFrontMatter(text)!.yaml) as Record<string, unknown>;

async function openInEditor(path: string): Promise<void> {
  await editor.page.goto(new URL(`/admin/#/collections/announcements/${path}`, office.url).href);
  await field('ru', 'title').waitFor();
}

const field = (locale: string, name: string) =>
  editor.page.locator(`[data-locale="${locale}"][data-mode="edit"] [data-key-path="${name}"]`);

const write = (locale: string, name: string, words: string) =>
  field(locale, name).getByRole('textbox').fill(words);

/** The text is no form of the browser's: it is typed. */
async function type(locale: string, words: string): Promise<void> {
  await field(locale, 'body').getByRole('textbox').click();
  await editor.page.keyboard.press('Control+A');
  await editor.page.keyboard.insertText(words);
}

async function save(): Promise<void> {
  await editor.page.getByRole('button', { name: 'Сохранить' }).first().click();
  await editor.page.waitForURL(/#\/collections\/announcements$/u);
  await editor.bring();
}

async function onDesk(work: (page: Page) => Promise<void>): Promise<void> {
  const page = await browser.newPage();
  await page.goto(office.url);
  await work(page);
  await page.close();
}

const told = (page: Page) => page.getByRole('status').innerText();

/** In the future whenever this runs, and known when the form is filled in: the year is the folder's. */
const year = new Date().getFullYear() + 1;
const patrol = `announcements/${year}/nochnoy-patrul`;

describe('a new pair', () => {
  test('is begun from the desk, with a picture from a telephone, and saved as a draft', async () => {
    await onDesk(async (page) => {
      const address = await page
        .getByRole('link', { name: 'Write a new announcement' })
        .getAttribute('href');
      expect(address).toMatch(
        /^\/admin\/#\/collections\/announcements\/new\?date=\d{4}-\d{2}-\d{2}&draft=true$/u,
      );
      await openInEditor(address!.replace(/^.*announcements\//u, ''));
    });
    await write('ru', 'title', 'Ночной патруль');
    await write('kk', 'title', 'Түнгі патруль');
    await write('ru', 'date', `${year}-03-02`);
    await type('ru', 'Патруль выходит **ночью**.');
    await type('kk', 'Патруль **түнде** шығады.');
    await field('ru', 'cover')
      .locator('input[type=file]')
      .first()
      .setInputFiles(join(root, 'tests/browser/iphone.heic'));
    await field('ru', 'cover').getByText('./iphone.webp').waitFor();
    await save();

    expect(inContent(`${patrol}/index.ru.md`)).toBe(
      `---\ntitle: Ночной патруль\ndraft: true\ndate: ${year}-03-02\ncover: ./iphone.webp\n---\n\nПатруль выходит **ночью**.\n`,
    );
    expect(inContent(`${patrol}/index.kk.md`)).toBe(
      `---\ntitle: Түнгі патруль\ndraft: true\n---\n\nПатруль **түнде** шығады.\n`,
    );
    expect(signatureOf(readFileSync(join(office.folder, 'content', patrol, 'iphone.webp')))).toBe(
      'webp',
    );
  });

  test('is looked at in the site, marked as a draft', async () => {
    const page = await browser.newPage();
    // The editor saves one file after the other, and the site follows each.
    const seen = async () => {
      await page.goto(new URL(`/ru/news/${year}/nochnoy-patrul/`, office.url).href);
      return {
        text: await page.locator('body').innerText(),
        pictures: await page.locator('main picture img').count(),
      };
    };
    await expect.poll(seen).toEqual({
      text: expect.stringMatching(/Ещё не опубликовано[\s\S]*Патруль выходит ночью\./u),
      pictures: 1,
    });
    await page.close();
  });

  test('is corrected, and given its moment', async () => {
    await openInEditor(`entries/${year}/nochnoy-patrul/index`);
    for (const [locale, alt] of [
      ['ru', 'Патруль на улице'],
      ['kk', 'Көшедегі патруль'],
    ] as const) {
      await write(locale, 'coverAlt', alt);
      await field(locale, 'draft').getByRole('switch').click();
    }
    await write('ru', 'date', `${year}-03-02T09:00+05:00`);
    await type('kk', 'Патруль түні бойы шығады.');
    await save();

    expect(inContent(`${patrol}/index.kk.md`)).toBe(
      `---\ntitle: Түнгі патруль\ncoverAlt: Көшедегі патруль\n---\n\nПатруль түні бойы шығады.\n`,
    );
  });

  test('is checked, and handed in with one button', async () => {
    await onDesk(async (page) => {
      await page.getByText(`comes out: 2 March ${year}, 09:00`).first().waitFor();
      await page.getByRole('button', { name: 'Check the texts' }).click();
      expect(await told(page)).toBe('Nothing is wrong with the texts.');
      await page.getByRole('button', { name: 'Submit the changes' }).click();
      expect(await told(page)).toBe(`Submitted: Add ${year}/nochnoy-patrul: Түнгі патруль`);
      await page.getByText('There are no changes to submit.').waitFor();
    });
    expect(
      office.git('log', '-1', '--format=%an', '--name-only').trim().split('\n').filter(Boolean),
    ).toEqual([
      'Press',
      ...['index.kk.md', 'index.ru.md', 'iphone.webp'].map((name) => `content/${patrol}/${name}`),
    ]);
  });
});

const repairs = 'announcements/2026/road-repairs';

describe('an announcement that stands', () => {
  test('is edited, and nothing of it changes but what was edited', async () => {
    const before = {
      kk: inContent(`${repairs}/index.kk.md`),
      ru: inContent(`${repairs}/index.ru.md`),
    };
    await openInEditor('entries/2026/road-repairs/index');
    await write('ru', 'summary', 'Ремонт начнётся в июле.');
    await save();

    const after = {
      kk: inContent(`${repairs}/index.kk.md`),
      ru: inContent(`${repairs}/index.ru.md`),
    };
    expect(front(after.kk)).toEqual(front(before.kk));
    expect(front(after.ru)).toEqual({ ...front(before.ru), summary: 'Ремонт начнётся в июле.' });
    for (const locale of ['kk', 'ru'] as const)
      expect(shapeOf(splitFrontMatter(after[locale])!.body, 'md')).toBe(
        shapeOf(splitFrontMatter(before[locale])!.body, 'md'),
      );
    expect(
      office
        .git('status', '--porcelain')
        .trim()
        .split('\n')
        .map((line) => line.trim()),
    ).toEqual(expect.arrayContaining([`M content/${repairs}/index.ru.md`]));
  });

  test.each(['2026/council-meeting', '2026/open-day', '2026/heat-warning', '2025/road-repairs'])(
    'whatever it holds: %s',
    async (id) => {
      const files = ['kk', 'ru'].map((locale) => `announcements/${id}/index.${locale}.md`);
      const before = files.map(inContent);
      await openInEditor(`entries/${id}/index`);
      await write('kk', 'summary', 'Қысқаша.');
      await save();
      const after = files.map(inContent);
      expect(after.map(front)).toEqual([
        { ...front(before[0]!), summary: 'Қысқаша.' },
        front(before[1]!),
      ]);
      expect(after.map((text) => splitFrontMatter(text)!.body.trim())).toEqual(
        before.map((text) => splitFrontMatter(text)!.body.trim()),
      );
    },
  );
});

test('a text in one language is edited, also where that is not the main language of the editor', async () => {
  const file = 'announcements/2025/only-kazakh/index.kk.md';
  const before = inContent(file);
  await editor.page.goto(
    new URL('/admin/#/collections/announcements/entries/2025/only-kazakh/index', office.url).href,
  );
  await write('kk', 'summary', 'Қысқаша.');
  await save();
  expect(front(inContent(file))).toEqual({ ...front(before), summary: 'Қысқаша.' });
  expect(() => inContent(file.replace('kk', 'ru'))).toThrow('ENOENT');
});

describe('a text that is missing', () => {
  const folder = 'announcements/2025/only-kazakh';
  test('is begun on the desk, where the editor sends a person: in the language that asks for the facts', async () => {
    const { page } = editor;
    await page.goto(
      new URL('/admin/#/collections/announcements/entries/2025/only-kazakh/index', office.url).href,
    );
    await page.locator('[data-locale="ru"]').getByRole('button', { name: 'Включить' }).click();
    await page.waitForURL(/\/desk\/#missing$/u);
    expect(editor.told).toEqual([
      expect.stringContaining('The page of the desk, which opens now, has a button for it.'),
    ]);
    await page
      .locator('tr', { hasText: 'Тек қазақша' })
      .getByRole('button', { name: 'Add a text: Russian' })
      .click();
    await page.waitForURL(/entries\/2025\/only-kazakh\/index$/u);
    expect(front(inContent(`${folder}/index.ru.md`))).toEqual({
      title: 'Тек қазақша',
      draft: true,
      date: '2025-05-11',
    });

    await seatAgain();
    await openInEditor('entries/2025/only-kazakh/index');
    await write('ru', 'title', 'Теперь и по-русски');
    await write('ru', 'date', '2025-05-12');
    await type('ru', 'Перевод.');
    await save();
    expect(inContent(`${folder}/index.ru.md`)).toBe(
      '---\ntitle: Теперь и по-русски\ndraft: true\ndate: 2025-05-12\n---\n\nПеревод.\n',
    );
    expect(front(inContent(`${folder}/index.kk.md`))).toEqual({
      title: 'Тек қазақша',
      summary: 'Қысқаша.',
      date: '2025-05-12',
    });
  });
  test('in another language too', async () => {
    const { page } = editor;
    await openInEditor('entries/2025/only-russian/index');
    await page.locator('[data-locale="kk"]').getByRole('button', { name: 'Включить' }).click();
    await page.waitForURL(/\/desk\/#missing$/u);
    await page
      .locator('tr', { hasText: 'Только по-русски' })
      .getByRole('button', { name: 'Add a text: Kazakh' })
      .click();
    await page.waitForURL(/entries\/2025\/only-russian\/index$/u);

    await seatAgain();
    await openInEditor('entries/2025/only-russian/index');
    await write('kk', 'title', 'Енді қазақша');
    await type('kk', 'Аударма.');
    await field('kk', 'draft').getByRole('switch').click();
    await save();
    expect(inContent('announcements/2025/only-russian/index.kk.md')).toBe(
      '---\ntitle: Енді қазақша\n---\n\nАударма.\n',
    );
    expect(front(inContent('announcements/2025/only-russian/index.ru.md'))).toEqual({
      title: 'Только по-русски',
      date: '2025-05-13',
    });
  });
});

describe('not saved, and said', () => {
  test('a table that would lose its alignment', async () => {
    const before = inContent(`${repairs}/index.ru.md`);
    await openInEditor('entries/2026/road-repairs/index');
    await type('ru', splitFrontMatter(before)!.body.replace('| :--- | ---: |', '| --- | --- |'));
    await editor.page.getByRole('button', { name: 'Сохранить' }).first().click();
    await expect
      .poll(() => editor.told)
      .toEqual([
        'The editor would have damaged this text, so it was not saved: the alignment of a table. Change it in a text editor.',
      ]);
    await editor.bring();
    expect(inContent(`${repairs}/index.ru.md`)).toBe(before);
    await editor.page.reload();
  });
});

test('the editor shows no text with components, and has asked nobody else for anything', async () => {
  const page = await seatAgain();
  await page.getByText('Ночной патруль').first().waitFor();
  expect(await page.getByText('Пять элементов').count()).toBe(0);
  expect(editor.asked).toEqual([]);
});

async function seatAgain(): Promise<Page> {
  await editor.close();
  editor = await openEditor(browser, office);
  return editor.page;
}
