import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { documents } from '#checks/rules/documents.ts';
import { everyLanguage } from '#checks/rules/every-language.ts';
import { type Content, inKazakh, inRussian, markdown, week } from '../../site/content.ts';
import { pdfWith } from '../pdf.ts';
import { findingsIn } from '../finished-site.ts';

const found = async (content: Content) =>
  (await findingsIn([documents, everyLanguage], content, {})).map(
    ({ id, severity, file, params }) => [id, severity, file.replace(`${week}/`, ''), params],
  );
const attached = (name: string, bytes: Uint8Array | string): Content => ({
  ...inRussian(`attachments: [{ file: ./${name}, title: План }]`),
  ...inKazakh('attachments: [{ title: Жоспар }]'),
  [`${week}/${name}`]: bytes,
});
const whole = zipSync({ 'word/document.xml': Buffer.from('<w:document/>') });

test.each<[string, Content, unknown[]]>([
  ['a document that can be read', attached('a.docx', whole), []],
  [
    'half of one',
    attached('a.docx', whole.subarray(0, whole.length / 2)),
    [['document-damaged', 'error', 'a.docx', {}]],
  ],
  [
    'an archive that is none',
    attached('a.ods', 'PK\u0003\u0004 broken'),
    [['document-damaged', 'error', 'a.ods', {}]],
  ],
  [
    'a PDF that is damaged or has a password',
    attached('a.pdf', '%PDF-1.4 broken'),
    [['document-unread', 'warning', 'a.pdf', {}]],
  ],
  ['a PDF', attached('a.pdf', pdfWith('Nothing', '')), []],
  [
    'a file of 120 MB, which nobody searched',
    attached('a.csv', Buffer.alloc(120 * 1024 * 1024, 'a')),
    [
      ['document-unread', 'warning', 'a.csv', {}],
      ['document-large', 'warning', 'a.csv', { size: 120, limit: 20 }],
    ],
  ],
  [
    'one that no text offers',
    { ...inRussian(), ...inKazakh(), [`${week}/a.docx`]: 'PK\u0003\u0004 broken' },
    [],
  ],
  [
    'a document in one language',
    {
      ...inRussian('attachments: [{ file: ./a.docx, title: План }]'),
      [`${week}/a.docx`]: whole,
    },
    [['attachment-one-language', 'warning', 'index.kk.md', { name: 'a.docx', missing: 'kk' }]],
  ],
  [
    'a link to one in one language',
    {
      [`${week}/index.kk.md`]: markdown(['title: Жол апталығы'], '[Жоспар](./a.docx)'),
      [`${week}/a.docx`]: whole,
    },
    [['attachment-one-language', 'warning', 'index.ru.md', { name: 'a.docx', missing: 'ru' }]],
  ],
  [
    'each language links to its own',
    {
      [`${week}/index.kk.md`]: markdown(['title: Жол апталығы'], '[Жоспар](./kk.docx)'),
      [`${week}/index.ru.md`]: markdown(['title: X', 'date: 2026-01-22'], '[План](./ru.docx)'),
      [`${week}/kk.docx`]: whole,
      [`${week}/ru.docx`]: whole,
    },
    [],
  ],
  [
    'an alert in one language',
    {
      ...inRussian('kind: alert', 'expires: 2026-03-01'),
      [`${week}/index.kk.md`]: undefined,
    },
    [['alert-one-language', 'warning', 'index.ru.md', { missing: 'kk' }]],
  ],
  [
    'an alert whose other language is a draft',
    { ...inRussian('kind: alert', 'expires: 2026-03-01'), ...inKazakh('draft: true') },
    [['alert-one-language', 'warning', 'index.ru.md', { missing: 'kk' }]],
  ],
  [
    'one that is over',
    {
      ...inRussian('kind: alert', 'expires: 2026-01-23'),
      [`${week}/index.kk.md`]: undefined,
    },
    [],
  ],
  ['an alert in both', inRussian('kind: alert', 'expires: 2026-03-01'), []],
])('%s', async (_, content, findings) => expect(await found(content)).toEqual(findings));
