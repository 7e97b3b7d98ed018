import { describe, expect, test } from 'vitest';
import { read } from '../reading.ts';

const secret = 'Служебная пометка';

async function imported(body: string, head = '', files = {}) {
  const reading = await read({
    'a.html': `<html><head><meta charset="utf-8">${head}</head><body><h1>Открыт мост</h1><time datetime="2026-01-22"></time><p>Начало.</p>${body}<p>Конец.</p></body></html>`,
    ...files,
  });
  const text = reading.body();
  expect(text).toMatch(/^Начало\./u);
  expect(text).toMatch(/Конец\.\n$/u);
  return {
    text: text.replace(/^Начало\.\s*/u, '').replace(/\s*Конец\.\n$/u, ''),
    notes: reading.made[0]!.notes.map(({ id, params }) => [id, ...Object.values(params)].join(' ')),
    draft: reading.made[0]!.draft,
  };
}

describe('what a page does not show is not published, and counted', () => {
  test.each<[string, string?]>([
    [`<p style="display:none">${secret}</p>`],
    [`<p>Видно <span style="DISPLAY: None !important">${secret}</span></p>`],
    [`<p style="color:red;mso-hide:all">${secret}</p>`],
    [`<p style="visibility:hidden">${secret}</p>`],
    [`<div hidden><p>${secret}</p></div>`],
    [`<p style="opacity:0">${secret}</p>`],
    [`<p style="font-size:1px">${secret}</p>`],
    [`<p style="position:absolute;left:-9999px">${secret}</p>`],
    [`<p><font color="#FFFFFF">${secret}</font></p>`],
    [
      `<p class="quiet">${secret}</p>`,
      '<style><!-- p.quiet, b.x {display:none; mso-hide:all} --></style>',
    ],
    [
      `<div class="box"><p><i>${secret}</i></p></div>`,
      '<style>.box > p i { visibility : hidden }</style>',
    ],
    [
      `<table><tr><td>Год</td><td>1</td></tr><tr style="display:none"><td>${secret}</td></tr></table>`,
    ],
  ])('%s', async (html, head) => {
    const { text, notes, draft } = await imported(html, head);
    expect(text).not.toContain(secret);
    expect(notes).toEqual(['hidden-text 1']);
    expect(draft).toBe(true);
  });

  test.each<[string, string?]>([
    ['<p style="color:#fff;background:#003">Видно.</p>'],
    ['<div style="background-color:navy"><p style="color:white">Видно.</p></div>'],
    [
      '<p class="x">Видно.</p>',
      '<style>@media print{.x{display:none}} .y .x{display:none}</style>',
    ],
    ['<p style="display:block;font-size:12pt;opacity:0.8">Видно.</p>'],
  ])('what is seen stays: %s', async (html, head) => {
    expect(await imported(html, head)).toMatchObject({ text: 'Видно.', notes: [] });
  });

  test('comments, deleted words, headers and codes of fields of a page that Word has saved', async () => {
    const { text, notes } = await imported(
      `<p>Было <del cite="mailto:a" datetime="2026-01-01">${secret}</del><ins cite="mailto:a" datetime="2026-01-01">стало</ins>.<a class="msocomanchor" href="#_msocom_1">[A1]</a></p><p>Страница <span style="mso-element:field-begin"></span> PAGE ${secret} <span style="mso-element:field-separator"></span>7<span style="mso-element:field-end"></span>.</p><div style="mso-element:comment-list"><div style="mso-element:comment"><p class="MsoCommentText">${secret}</p></div></div><div style="mso-element:footer"><p>${secret}</p></div>`,
    );
    expect(text).toBe('Было стало.\n\nСтраница 7.');
    expect(notes.sort()).toEqual([
      'comments-dropped 2',
      'field-values 1',
      'page-edges-dropped 1',
      'unaccepted-changes 1',
    ]);
  });
});
