import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { greyPng } from '../pictures.ts';
import { read } from '../reading.ts';
import { docx, paragraph, type Parts, picture, run, table } from './docx-file.ts';

const secret = 'Служебная пометка';
const beginning = paragraph(run('22 января 2026 года')) + paragraph(run('Открыт мост'));
const style = (type: string, id: string, inside: string) =>
  `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${id}"/>${inside}</w:style>`;
const vanish = '<w:rPr><w:vanish/></w:rPr>';

async function imported(parts: Parts) {
  const reading = await read({
    'a.docx': docx({ ...parts, body: beginning + parts.body + paragraph(run('Конец текста.')) }),
  });
  expect(reading.refused).toEqual([]);
  return {
    text: reading.file(),
    notes: reading.made[0]!.notes.map(({ id, params }) => `${id} ${Object.values(params).join()}`),
    draft: reading.made[0]!.draft,
    pictures: [...reading.made[0]!.announcement.files!],
  };
}

describe('what Word does not show is not published, and counted', () => {
  test.each<[string, string, string?]>([
    ['a run', paragraph(run('Видно. ') + run(secret, '<w:vanish/>') + run('Ещё.'))],
    ['a run that says it in words', paragraph(run(secret, '<w:vanish w:val="true"/>'))],
    ['a whole paragraph', paragraph(run(secret, '<w:vanish/>'), vanish)],
    [
      'by a style of letters',
      paragraph(run(secret, '<w:rStyle w:val="Quiet"/>')),
      style('character', 'Quiet', vanish),
    ],
    [
      'by a style that is based on one',
      paragraph(run(secret), '<w:pStyle w:val="Below"/>'),
      style('paragraph', 'Quiet', vanish) +
        style('paragraph', 'Below', '<w:basedOn w:val="Quiet"/>'),
    ],
    ['in a cell', table([['Видно', 'x']]).replace(run('x'), run(secret, '<w:vanish/>'))],
    [
      'a whole row',
      `<w:tbl>${['Видно', 'Тоже'].map((cell) => `<w:tr><w:tc>${paragraph(run(cell))}</w:tc><w:tc>${paragraph(run('1'))}</w:tc></w:tr>`).join('')}<w:tr><w:tc>${paragraph(run(secret, '<w:vanish/>'), vanish)}</w:tc></w:tr></w:tbl>`,
    ],
    [
      'by the style of a table',
      table([[secret, secret]]).replace(
        '<w:tbl>',
        '<w:tbl><w:tblPr><w:tblStyle w:val="T"/></w:tblPr>',
      ),
      style('table', 'T', vanish),
    ],
    [
      'in a link',
      `<w:p><w:hyperlink w:anchor="x">${run(secret, '<w:vanish/>')}</w:hyperlink></w:p>`,
    ],
    ['white on white', paragraph(run(secret, '<w:color w:val="FFFFFF"/>'))],
    [
      'white of the theme',
      paragraph(run(secret, '<w:color w:val="auto" w:themeColor="background1"/>')),
    ],
    ['too small to read', paragraph(run(secret, '<w:sz w:val="2"/>'))],
    [
      'in a text box that is hidden',
      paragraph(
        `<w:r><w:drawing><wp:anchor><wp:docPr id="1" name="x" hidden="1"/><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${paragraph(run(secret))}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>`,
      ),
    ],
    [
      'in a text box at a hidden place',
      paragraph(
        `<w:r>${vanish}<w:pict><v:shape><v:textbox><w:txbxContent>${paragraph(run(secret))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`,
      ),
    ],
  ])('%s', async (_, body, styles = '') => {
    const { text, notes, draft } = await imported({ body, styles });
    expect(text).not.toContain(secret);
    expect(text).toContain('Конец текста.');
    expect(notes).toContain(`hidden-text ${/a whole row|table/u.test(_) && styles ? 2 : 1}`);
    expect(draft).toBe(true);
  });

  test.each<[string, string, string?]>([
    [
      'switched off again',
      paragraph(run('Видно.', '<w:rStyle w:val="Quiet"/><w:vanish w:val="0"/>')),
      style('character', 'Quiet', vanish),
    ],
    [
      'hidden before somebody changed it',
      paragraph(run('Видно.', '<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>')),
    ],
    [
      'white on a dark cell',
      table([['1', 'Видно.']])
        .replace(run('Видно.'), run('Видно.', '<w:color w:val="FFFFFF"/>'))
        .replaceAll('<w:tc>', '<w:tc><w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr>'),
    ],
    [
      'white with a dark shade',
      paragraph(run('Видно.', '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="000000"/>')),
    ],
  ])('what is seen stays: %s', async (_, body, styles = '') => {
    const { text, notes } = await imported({ body, styles });
    expect(text).toContain('Видно.');
    expect(notes).toEqual([]);
  });
});

test('hidden words of footnotes stay out', async () => {
  const { text, notes } = await imported({
    body: paragraph(`${run('Текст')}<w:r><w:footnoteReference w:id="1"/></w:r>`),
    notes: { 1: `Видно.</w:t></w:r>${run(secret, '<w:vanish/>')}<w:r><w:t>` },
  });
  expect(text).toContain('[^footnote-1]: Видно.');
  expect(text).not.toContain(secret);
  expect(notes).toEqual(['hidden-text 1']);
});

test('comments and deleted words stay out, insertions stay in, all counted', async () => {
  const { text, notes, draft } = await imported({
    body:
      paragraph(
        `<w:commentRangeStart w:id="0"/>${run('Принят приказ.')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`,
      ) +
      paragraph(
        `<w:del w:id="1"><w:r><w:delText>${secret}</w:delText></w:r></w:del><w:ins w:id="2">${run('Вставка.')}</w:ins><w:moveFrom w:id="3">${run(secret)}</w:moveFrom>`,
      ) +
      `<w:tbl><w:tr><w:tc>${paragraph(run('а'))}</w:tc><w:tc>${paragraph(run('б'))}</w:tc></w:tr><w:tr><w:tc>${paragraph(run('в'))}</w:tc><w:tc>${paragraph(run('г'))}</w:tc></w:tr><w:tr><w:trPr><w:del w:id="4"/></w:trPr><w:tc>${paragraph(run(secret))}</w:tc></w:tr></w:tbl>`,
    parts: { comments: `<w:comment w:id="0">${paragraph(run(secret))}</w:comment>` },
  });
  expect(text).not.toContain(secret);
  expect(text).toContain('Вставка.');
  expect(notes).toEqual(['comments-dropped 1', 'unaccepted-changes 4']);
  expect(draft).toBe(true);
});

const field = (code: string, result: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r>${result && `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}`}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

test('of fields their values stay, not their codes', async () => {
  const { text, notes } = await imported({
    body: [
      paragraph(
        run('Дата ') +
          field(
            `IF 1 = 1 "</w:instrText></w:r>${field('REF x', run(secret))}${run(secret)}<w:r><w:instrText>"`,
            run('21 января'),
          ) +
          run(' и ссылка ') +
          field('HYPERLINK "https://example.org/a"', run('сюда')) +
          run('.'),
      ),
      paragraph(
        `<w:fldSimple w:instr=" NUMPAGES ">${run('7')}</w:fldSimple>${run(' страниц; ')}<w:fldSimple w:instr="HYPERLINK &quot;https://example.org/b&quot;">${run('там')}</w:fldSimple>${field('XE "тайное"', '')}`,
      ),
      paragraph(
        `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>${run(' да')}`,
      ),
    ].join(''),
  });
  expect(text).not.toContain(secret);
  expect(text).toContain('Дата 21 января и ссылка [сюда](https://example.org/a).');
  expect(text).toContain('7 страниц; [там](https://example.org/b)');
  expect(text).toContain('☒ да');
  expect(notes).toEqual(['field-values 2', 'field-without-value XE']);
});

describe('of a picture only what is shown is published', () => {
  const shown = (inside: string, properties = '') =>
    picture('rId8', 'Мост').replace(
      '</pic:blipFill>',
      `${inside}</pic:blipFill><pic:spPr>${properties}</pic:spPr>`,
    );
  const rows = [
    [10, 20, 30, 40],
    [50, 60, 70, 80],
  ];
  const pixels = async (bytes: Uint8Array) => {
    const { data, info } = await sharp(bytes)
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    return [info.width, ...data];
  };

  test.each<[string, string, string[], number[]]>([
    [
      'cropped',
      shown('<a:srcRect r="50000" t="50000"/>'),
      ['picture-cropped photo.png'],
      [2, 50, 60],
    ],
    [
      'cropped, in the strict form',
      shown('<a:srcRect l="75%"/>'),
      ['picture-cropped photo.png'],
      [1, 40, 80],
    ],
    [
      'turned',
      shown('', '<a:xfrm rot="5400000"/>'),
      ['picture-turned photo.png'],
      [2, 50, 10, 60, 20, 70, 30, 80, 40],
    ],
    [
      'mirrored',
      shown('', '<a:xfrm flipH="1"/>'),
      ['picture-turned photo.png'],
      [4, 40, 30, 20, 10, 80, 70, 60, 50],
    ],
    [
      'cropped and turned',
      shown('<a:srcRect r="50000" b="50000"/>', '<a:xfrm rot="10800000"/>'),
      ['picture-cropped photo.png', 'picture-turned photo.png'],
      [2, 20, 10],
    ],
    [
      'cropped in the old way',
      paragraph(
        '<w:r><w:pict><v:shape alt="Мост"><v:imagedata r:id="rId8" cropleft="32768f"/></v:shape></w:pict></w:r>',
      ),
      ['picture-cropped photo.png'],
      [2, 30, 40, 70, 80],
    ],
    [
      'cropped, in a group',
      paragraph(
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="Мост"/><a:graphic><a:graphicData><wpg:wgp><pic:pic><pic:blipFill><a:blip r:embed="rId8"/><a:srcRect b="50000"/></pic:blipFill></pic:pic></wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>',
      ),
      ['picture-cropped photo.png'],
      [4, 10, 20, 30, 40],
    ],
  ])('%s', async (_, body, expected, wanted) => {
    const { notes, pictures, draft } = await imported({ body, pictures: { rId8: greyPng(rows) } });
    expect(notes).toEqual(expected);
    expect(draft).toBe(true);
    expect(pictures.map(([name]) => name)).toEqual(['photo.png']);
    expect(await pixels(pictures[0]![1])).toEqual(wanted);
  });

  test('one that cannot be cut is not published whole', async () => {
    const { notes, pictures } = await imported({
      body: shown('<a:srcRect r="50000"/>'),
      pictures: { rId8: greyPng(rows).subarray(0, 40) },
    });
    expect([notes, pictures]).toEqual([['picture-unreadable rId8.png'], []]);
  });

  test('one of which nothing is shown is left out', async () => {
    const { notes, pictures } = await imported({
      body: shown('<a:srcRect r="100000"/>'),
      pictures: { rId8: greyPng(rows) },
    });
    expect([notes, pictures]).toEqual([['hidden-text 1'], []]);
  });

  test('one in a circle is told of', async () => {
    const { notes } = await imported({
      body: shown('', '<a:prstGeom prst="ellipse"/>'),
      pictures: { rId8: greyPng(rows) },
    });
    expect(notes).toEqual(['picture-shaped photo.png']);
  });
});
