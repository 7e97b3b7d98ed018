import { expect, test } from 'vitest';
import { markdown, readContent, week } from './content.ts';

const typed = 'Есеп-й.pdf'.normalize('NFC');
const ofMac = typed.normalize('NFD');

test.each([
  ['typed', 'of the Mac', typed, ofMac],
  ['of the Mac', 'typed', ofMac, typed],
])('a name %s finds the file whose name is %s', (_, __, written, onDisk) => {
  const { sound, problems } = readContent({
    [`${week}/index.kk.md`]: undefined,
    [`${week}/index.ru.md`]: markdown(
      ['title: Й', 'date: 2026-01-22', 'attachments:', `  - { file: ./${written}, title: Й }`],
      `[Й](./${written}) и [Й](./${encodeURI(written)})\n`,
    ),
    [`${week}/${onDisk}`]: 'x',
  });
  expect(problems).toEqual([]);
  const read = sound[0]?.files.get('ru');
  expect(read?.value.attachments).toEqual([{ file: onDisk, title: 'Й' }]);
  expect(read?.source.body).toBe(`[Й](./${onDisk}) и [Й](./${encodeURI(onDisk)})\n`);
});
