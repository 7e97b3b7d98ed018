import { describe, expect, test } from 'vitest';
import { gif, png } from '../pictures.ts';
import { read } from '../reading.ts';
import { docx, paragraph, type Parts, picture, run, styled, table } from './docx-file.ts';

const beginning = paragraph(run('22 января 2026 года')) + paragraph(run('Открыт мост'));

async function imported(parts: Parts) {
  const reading = await read({
    'a.docx': docx({ ...parts, body: beginning + parts.body + paragraph(run('Конец текста.')) }),
  });
  expect(reading.refused).toEqual([]);
  expect(reading.body()).toContain('Конец текста.');
  return {
    body: reading.body().replace(/\s*Конец текста\.\n$/u, ''),
    notes: reading.made[0]!.notes.map(({ id, params }) => [id, ...Object.values(params)].join(' ')),
  };
}

const drawing = (data: string) =>
  paragraph(
    `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x"/><a:graphic><a:graphicData>${data}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`,
  );
const box = (words: string) =>
  `<wps:wsp><wps:txbx><w:txbxContent>${paragraph(run(words))}</w:txbxContent></wps:txbx></wps:wsp>`;
const old = (inside: string) => paragraph(`<w:r><w:pict>${inside}</w:pict></w:r>`);
const run2 = (inside: string) => paragraph(`<w:r>${inside}</w:r>`);

describe('each construct of a document is kept or noted', () => {
  test.each<[string, Partial<Parts> & { body: string }, string, string[]]>([
    ['a text box', { body: drawing(box('Телефон 112')) }, 'Телефон 112', ['text-box-moved 1']],
    [
      'a text box in two ways',
      {
        body: `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:docPr id="1" name="x"/><a:graphic><a:graphicData>${box('Телефон 112')}</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${paragraph(run('Телефон 112'))}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
      },
      'Телефон 112',
      ['text-box-moved 1'],
    ],
    [
      'two text boxes in a group',
      { body: drawing(`<wpg:wgp>${box('Первая')}${box('Вторая')}</wpg:wgp>`) },
      'Первая\n\nВторая',
      ['text-box-moved 2', 'shape-dropped 1'],
    ],
    [
      'an old text box',
      {
        body: old(
          `<v:shape><v:textbox><w:txbxContent>${paragraph(run('Телефон'))}</w:txbxContent></v:textbox></v:shape>`,
        ),
      },
      'Телефон',
      ['text-box-moved 1'],
    ],
    [
      'old letters as a drawing',
      { body: old('<v:shape><v:textpath string="ВНИМАНИЕ"/></v:shape>') },
      'ВНИМАНИЕ',
      [],
    ],
    ['a chart', { body: drawing('<c:chart r:id="rId5"/>') }, '', ['chart-dropped 1']],
    ['a diagram', { body: drawing('<dgm:relIds r:dm="rId5"/>') }, '', ['diagram-dropped 1']],
    ['a drawn shape', { body: drawing('<wps:wsp><wps:spPr/></wps:wsp>') }, '', ['shape-dropped 1']],
    ['an old drawn shape', { body: old('<v:oval/>') }, '', ['shape-dropped 1']],
    ['a line across', { body: old('<v:rect o:hr="t"/>') }, '', []],
    [
      'an embedded table of Excel',
      {
        body: run2(
          '<w:object><v:shape><v:imagedata r:id="rId8"/></v:shape><o:OLEObject/></w:object>',
        ),
        pictures: { rId8: png(1) },
      },
      '![](./photo.png)',
      ['object-dropped 1', 'picture-without-alt photo.png'],
    ],
    [
      'a field to fill in',
      { body: run2('<w:object><w:control r:id="rId5"/></w:object>') },
      '',
      ['object-dropped 1'],
    ],
    [
      'a formula',
      {
        body: '<w:p><m:oMath><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath></w:p>',
      },
      '(a+b)/2',
      ['equation-flat 1'],
    ],
    [
      'words above words',
      {
        body: run2(
          '<w:ruby><w:rt><w:r><w:t>кан</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>漢</w:t></w:r></w:rubyBase></w:ruby>',
        ),
      },
      '漢 (кан)',
      ['ruby-flat 1'],
    ],
    [
      'a field that waits to be filled in',
      {
        body: `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${paragraph(run('Место для ввода текста'))}</w:sdtContent></w:sdt>`,
      },
      '',
      ['placeholder-dropped 1'],
    ],
    [
      'a field that is filled in',
      { body: `<w:sdt><w:sdtPr/><w:sdtContent>${paragraph(run('Слова'))}</w:sdtContent></w:sdt>` },
      'Слова',
      [],
    ],
    [
      'a box to tick',
      {
        body: `<w:p><w:sdt><w:sdtPr><w14:checkbox/></w:sdtPr><w:sdtContent>${run('☒')}</w:sdtContent></w:sdt>${run(' да')}</w:p>`,
      },
      '☒ да',
      [],
    ],
    ['another document inside', { body: '<w:altChunk r:id="rId5"/>' }, '', ['part-dropped 1']],
    [
      'the header of the pages',
      { body: '', parts: { header: paragraph(run('Департамент')) } },
      '',
      ['page-edges-dropped 1'],
    ],
    ['numbers of pages', { body: '', parts: { footer: paragraph(run('12')) } }, '', []],
    [
      'a picture elsewhere',
      {
        body: picture('x').replace('r:embed="x"', 'r:link="rIdL"'),
        relations: [['rIdL', 'image', 'https://example.org/a.png']],
      },
      '',
      ['picture-elsewhere https://example.org/a.png'],
    ],
    [
      'a picture on a disk',
      {
        body: picture('x').replace('r:embed="x"', 'r:link="rIdL"'),
        relations: [['rIdL', 'image', 'file:///C:\\press\\most.png']],
      },
      '',
      ['picture-missing most.png'],
    ],
    [
      'a picture that is not there',
      { body: picture('rIdM'), relations: [['rIdM', 'image', 'media/none.png']] },
      '',
      ['picture-missing none.png'],
    ],
    [
      'a picture of Windows',
      { body: picture('rId8', 'Схема'), pictures: { rId8: Buffer.from('\x01\0\0\0EMF') } },
      '',
      ['picture-unreadable rId8.png'],
    ],
    [
      'a moving picture',
      { body: picture('rId8', 'Схема'), pictures: { rId8: gif(2) } },
      '![Схема](./photo.gif)',
      ['picture-still photo.gif'],
    ],
    [
      'a picture that stands still',
      { body: picture('rId8', 'Схема'), pictures: { rId8: gif(1) } },
      '![Схема](./photo.gif)',
      [],
    ],
    [
      'a page break between words',
      { body: paragraph(`${run('Конец')}<w:r><w:br w:type="page"/></w:r>${run('начало')}`) },
      'Конец\\\nначало',
      [],
    ],
    [
      'an old line end',
      { body: paragraph(`${run('Одно')}<w:r><w:cr/></w:r>${run('другое')}`) },
      'Одно\\\nдругое',
      [],
    ],
    [
      'a tab',
      { body: paragraph(`${run('Одно')}<w:r><w:ptab/></w:r>${run('другое')}`) },
      'Одно другое',
      [],
    ],
    [
      'words from right to left',
      { body: `<w:p><w:bdo w:val="rtl">${run('слова')}</w:bdo></w:p>` },
      'слова',
      [],
    ],
    [
      'letters struck twice',
      { body: paragraph(run('Отменено', '<w:dstrike/>')) },
      '~~Отменено~~',
      [],
    ],
    [
      'letters struck by a style',
      {
        body: paragraph(run('Отменено', '<w:rStyle w:val="S"/>')),
        styles:
          '<w:style w:type="character" w:styleId="S"><w:name w:val="S"/><w:rPr><w:strike/></w:rPr></w:style>',
      },
      '~~Отменено~~',
      [],
    ],
    [
      'a large first letter',
      { body: paragraph(run('С'), '<w:framePr w:dropCap="drop"/>') + paragraph(run('егодня.')) },
      'Сегодня.',
      [],
    ],
    [
      'a permission',
      { body: paragraph(`<w:permStart w:id="1"/>${run('Слова')}<w:permEnd w:id="1"/>`) },
      'Слова',
      [],
    ],
    [
      'an unknown sign',
      { body: run2('<w:sym w:font="Bank" w:char="F0FF"/>') },
      '',
      ['symbol-dropped F0FF Bank'],
    ],
    ['an unknown element', { body: '<w:p><w:novelty/></w:p>' }, '', ['word-says w:novelty']],
    [
      'merged cells',
      {
        body: table([
          ['Год', 'Число'],
          ['2025', '1'],
          ['2026', '2'],
        ])
          .replace('<w:tc>', '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>')
          .replace(`<w:tc>${paragraph(run('Число'))}</w:tc>`, ''),
      },
      '| Год | |\n| - | - |\n| 2025 | 1 |\n| 2026 | 2 |',
      ['merged-cells 1'],
    ],
    [
      'several paragraphs in a cell',
      {
        body: table([
          ['Год', 'Число'],
          ['2025', 'x'],
        ]).replace(paragraph(run('x')), paragraph(run('один')) + paragraph(run('два'))),
      },
      '| Год | Число |\n| - | - |\n| 2025 | один два |',
      ['cell-in-one-line 1'],
    ],
  ])('%s', async (_, parts, words, notes) => {
    const found = await imported(parts);
    expect(found).toEqual({ body: words && `${words}`, notes });
  });
});

const level = (index: number, format: string, text: string, start = 1) =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const list = (id: number, levels: string) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`;
const num = (id: number, kind: number, inside = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${kind}"/>${inside}</w:num>`;
const item = (text: string, id: number, depth = 0) =>
  paragraph(run(text), `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${id}"/></w:numPr>`);

describe('numbers are those that Word shows', () => {
  const numbering =
    list(0, level(0, 'decimal', '%1.') + level(1, 'decimal', '%1.%2.')) +
    list(1, level(0, 'russianLower', '%1)')) +
    list(2, level(0, 'decimal', '%1)', 5)) +
    list(3, level(0, 'upperRoman', 'Глава %1.')) +
    list(4, level(0, 'bullet', '·')) +
    list(5, level(0, 'decimal', '%1.')) +
    [num(1, 0), num(2, 1), num(3, 2), num(4, 3), num(5, 4), num(6, 5)].join('') +
    num(7, 5, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>');

  test.each<[string, string, string]>([
    [
      'of chapters and points',
      item('Общее', 1) + item('Порядок', 1, 1) + item('Сроки', 1, 1),
      '1\\. Общее\n\n1.1. Порядок\n\n1.2. Сроки',
    ],
    ['letters', item('один', 2) + item('два', 2), 'а) один\n\nб) два'],
    ['Roman ones', item('Начало', 4), 'Глава I. Начало'],
    ['that begin at five', item('пятый', 3) + item('шестой', 3), '5. пятый\n6. шестой'],
    [
      'that go on after a paragraph',
      item('один', 6) + paragraph(run('Между.')) + item('два', 6),
      '1. один\n\nМежду.\n\n2. два',
    ],
    [
      'that begin again',
      item('один', 6) + paragraph(run('Между.')) + item('снова', 7),
      '1. один\n\nМежду.\n\n1. снова',
    ],
    ['that begin again at once', item('один', 6) + item('снова', 7), '1\\. один\n\n1\\. снова'],
    ['points', item('а', 5) + item('б', 5), '- а\n- б'],
    [
      'of headings',
      styled('Heading1', 'Глава').replace(
        '</w:pPr>',
        '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr></w:pPr>',
      ),
      '## Глава I. Глава',
    ],
  ])('%s', async (_, body, wanted) => {
    expect((await imported({ body, numbering })).body).toBe(wanted);
  });

  test('of a style', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="P"><w:name w:val="Point"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>';
    const body = styled('P', 'один') + styled('P', 'два');
    expect((await imported({ body, numbering, styles })).body).toBe('а) один\n\nб) два');
  });
});
