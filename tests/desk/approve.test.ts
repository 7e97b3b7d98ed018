import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createClock } from '#clock.ts';
import { approve, sendBack } from '#desk/approve.ts';
import { repositoryOf } from '#desk/repository.ts';
import { waitingAnnouncements } from '#desk/waiting-texts.ts';
import { isUserError } from '#messages/user-error.ts';
import { approvalOf } from '#site/approval.ts';
import { readSite } from '#site/read-site.ts';
import { markdown, settings, week } from '../site/content.ts';
import { type Clone, openSharedOffice } from './office.ts';

const file = `${week}/index.ru.md`;
const now = new Date('2026-02-01T12:00:00+05:00');
const office = () =>
  openSharedOffice(['Anna', 'Chief'], {
    'site.yaml': [...settings, 'approval: required'].join('\n'),
    [file]: markdown(['title: Неделя дорог', 'date: 2026-01-22'], 'Один.\n\nДва.\n'),
  });
const readOf = ({ content }: Clone) =>
  readSite({ folder: content, clock: createClock(now), showHeld: true });
async function decision(clone: Clone) {
  const { sound, model } = readOf(clone);
  const repository = await repositoryOf(clone.content);
  return {
    content: clone.content,
    site: model!.site,
    announcement: sound[0]!,
    locale: 'ru',
    person: await repository!.person(),
    repository,
    now,
  };
}
const stateOf = (clone: Clone) => approvalOf(readOf(clone).sound[0]!.files.get('ru')!);
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => (isUserError(error) ? error.id : error),
  );
function edit(clone: Clone, text: string, message: string) {
  writeFileSync(join(clone.content, file), text);
  clone.git('commit', '-qam', message);
  clone.git('push', '-q');
}
const written = ({ content }: Clone) => readFileSync(join(content, file), 'utf8');

describe('four eyes', () => {
  test('another person approves what one has written; the author does not', async () => {
    const { Anna, Chief } = office();
    edit(Anna, written(Anna).replace('Два.', 'Три.'), 'anna');
    Chief.git('pull', '-q');
    expect(await refusal(approve(await decision(Anna), undefined))).toBe('approve-same-person');
    expect(await approve(await decision(Chief), undefined)).toBe(file);
    expect(stateOf(Chief)).toBe('approved');
    expect(written(Chief)).toMatch(
      /^approved: \{ by: "Chief", on: "2026-02-01T12:00", of: "[0-9a-f]{12}-[0-9a-f]+" \}$/mu,
    );
    expect(await approve(await decision(Chief), undefined)).toBeUndefined();
  });

  test('who has changed what was approved does not approve the change, whoever wrote the rest', async () => {
    const { Anna, Chief } = office();
    await approve(await decision(Anna), undefined);
    edit(Anna, written(Anna), 'approved');
    Chief.git('pull', '-q');
    edit(Chief, written(Chief).replace('Два.', 'Четыре.'), 'chief');
    Anna.git('pull', '-q');
    expect(stateOf(Anna)).toBe('changed');
    expect(await refusal(approve(await decision(Chief), undefined))).toBe('approve-same-person');
    expect(await approve(await decision(Anna), undefined)).toBe(file);
  });

  test('what is not submitted counts as written by the person at the machine', async () => {
    const { Chief } = office();
    writeFileSync(join(Chief.content, file), written(Chief).replace('Два.', 'Моё.'));
    expect(await refusal(approve(await decision(Chief), undefined))).toBe('approve-same-person');
  });

  test('alone only with a reason, which is recorded', async () => {
    const { Anna } = office();
    edit(Anna, written(Anna).replace('Два.', 'Три.'), 'anna');
    await approve(await decision(Anna), 'Шеф в отпуске');
    expect(written(Anna)).toContain('alone: "Шеф в отпуске"');
    expect(stateOf(Anna)).toBe('approved');
  });

  test('without a history nobody knows who wrote it', async () => {
    const { Chief } = office();
    const whole = await decision(Chief);
    expect(await refusal(approve({ ...whole, repository: undefined }, undefined))).toBe(
      'approve-no-history',
    );
  });

  test.each([
    ['a draft', (text: string) => text.replace('date:', 'draft: true\ndate:'), 'approve-draft'],
    ['a site that asks for none', undefined, 'approval-off'],
  ] as const)('not %s', async (_, change, id) => {
    const { Chief } = office();
    if (change) writeFileSync(join(Chief.content, file), change(written(Chief)));
    const whole = await decision(Chief);
    const site = change ? whole.site : { ...whole.site, approval: 'none' as const };
    expect(await refusal(approve({ ...whole, site }, undefined))).toBe(id);
  });

  test('not what has changed since it was read, and not as nobody', async () => {
    const { Chief } = office();
    const whole = await decision(Chief);
    expect(await refusal(approve({ ...whole, seen: '000000000000' }, undefined))).toBe(
      'approve-changed',
    );
    const nobody = { name: '', email: '' };
    expect(await refusal(approve({ ...whole, person: nobody }, undefined))).toBe('approve-nobody');
  });
});

test('sent back with a remark it waits no more, until it is changed', async () => {
  const { Anna, Chief } = office();
  sendBack(await decision(Chief), 'Назовите срок');
  expect(stateOf(Chief)).toBe('returned');
  edit(Chief, written(Chief), 'returned');
  Anna.git('pull', '-q');
  edit(Anna, written(Anna).replace('Два.', 'До пятницы.'), 'anna');
  expect(stateOf(Anna)).toBe('submitted');
  Chief.git('pull', '-q');
  await approve(await decision(Chief), undefined);
  expect(written(Chief)).not.toContain('returned');
});

test('what waits: both languages, the paragraphs that are new, what stood there before, and who wrote it', async () => {
  const { Anna, Chief } = office();
  await approve(await decision(Chief), undefined);
  edit(Chief, written(Chief), 'approved');
  Anna.git('pull', '-q');
  edit(Anna, written(Anna).replace('Два.', 'Три.'), 'anna');
  const [one] = await waitingAnnouncements(readOf(Anna), await repositoryOf(Anna.content));
  expect(one).toMatchObject({
    id: '2026/road-week',
    texts: [
      { locale: 'kk', approval: 'submitted' },
      { locale: 'ru', approval: 'changed', gone: ['Два.'], authors: ['Anna'] },
    ],
  });
  expect(one!.texts[1]!.parts.filter(({ isChanged }) => isChanged).map(({ text }) => text)).toEqual(
    ['Три.'],
  );
});
