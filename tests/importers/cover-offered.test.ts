import { expect, test } from 'vitest';
import { greyPng } from './pictures.ts';
import { read } from './reading.ts';
import { docx, paragraph, picture, run } from './word/docx-file.ts';

const grey = (width: number, height: number) =>
  greyPng(Array.from({ length: height }, () => Array.from({ length: width }, () => 7)));

test.each([
  [1200, 630, ['cover-offered']],
  [1199, 630, []],
])('a picture of %i × %i', async (width, height, notes) => {
  const { made } = await read({
    'a.docx': docx({
      body: [
        paragraph(run('Открыт мост')),
        paragraph(run('22.01.2026')),
        paragraph(run('Сегодня.')),
        picture('rId8', 'Мост'),
      ].join(''),
      pictures: { rId8: grey(width, height) },
    }),
  });
  expect(made[0]!.notes.map(({ id }) => id)).toEqual(notes);
  // It is an offer, nothing that must be seen to.
  expect(made[0]!.draft).toBe(false);
});
