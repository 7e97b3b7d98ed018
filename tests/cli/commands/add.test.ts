import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createClock } from '#clock.ts';
import { readBasics } from '#site/read-basics.ts';
import { readValidSite } from '#site/read-site.ts';
import { give } from '../in-process.ts';

let desk: string;
beforeEach(async () => {
  desk = mkdtempSync(join(tmpdir(), 'jarshy-add-'));
  const site = ['--name', 'X', '--url', 'https://press.example.org/', '--json'];
  await give(desk, 'init', 'content', ...site);
});
afterEach(() => rmSync(desk, { recursive: true }));

const add = (...args: string[]) => give(desk, 'add', ...args, '--json');
const registry = () => readBasics(join(desk, 'content')).registry;
const pages = () => readValidSite({ folder: join(desk, 'content'), clock: createClock() }).pages;

test('a topic joins the others, whose lines stay as they are', async () => {
  const file = join(desk, 'content/topics.yaml');
  writeFileSync(file, '# Ours\nroads:\n  label: { kk: Жол, ru: Дороги } # both\n');
  expect((await add('topic', 'Көші-қон', 'Миграция')).status).toBe(0);
  expect(readFileSync(file, 'utf8')).toMatch(
    /^# Ours\nroads:\n {2}label: \{ kk: Жол, ru: Дороги \} # both\n/u,
  );
  expect(registry().topics.get('koshi-qon')?.label).toEqual({
    kk: 'Көші-қон',
    ru: 'Миграция',
  });
});
test('a division, a person, a page', async () => {
  await add('division', 'Полиция департаменті', 'Департамент полиции', '--slug', 'police');
  await add('person', 'Айгүл Серік', 'Айгуль Серик', '--role', 'Бастық; Начальник');
  await add('page', 'Біз туралы', 'О нас', '--slug', 'about');
  expect(registry().divisions.get('police')?.name.ru).toBe('Департамент полиции');
  expect([...registry().people.values()][0]?.role).toEqual({ kk: 'Бастық', ru: 'Начальник' });
  expect(pages().map(({ slug }) => slug)).toContain('about');
});
describe('what is refused, and nothing is written', () => {
  test.each([
    [['topc', 'X', 'Y'], /Did you mean “topic”/u],
    [['topic', 'Жол'], /missing: Russian/u],
    [['topic', 'Жол', 'Дороги', 'Roads'], /Roads/u],
    [['page', 'Іздеу', 'Поиск', '--slug', 'search'], /there already/u],
    [['topic', 'Жол', 'Дороги', '--slug', 'Road Safety'], /road-safety/u],
  ])('%j', async (args, sentence) => {
    const before = pages().length;
    const { status, said } = await add(...args);
    expect(status).toBe(1);
    expect(said).toMatch(sentence);
    expect([registry().topics.size, pages().length]).toEqual([0, before]);
  });
  test('what is there already', async () => {
    await add('division', 'А', 'А', '--slug', 'a');
    expect((await add('division', 'Б', 'Б', '--slug', 'a')).said).toMatch(/there already/u);
  });
});
