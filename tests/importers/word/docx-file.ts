import { crc32 } from 'node:zlib';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"';

export interface Parts {
  /** Paragraphs and tables, as in `word/document.xml`. */
  readonly body: string;
  /** Pictures by relation id. */
  readonly pictures?: Readonly<Record<string, Uint8Array>>;
  /** Links by relation id. */
  readonly links?: Readonly<Record<string, string>>;
  /** Footnotes by number. */
  readonly notes?: Readonly<Record<number, string>>;
  /** More styles, as in `word/styles.xml`. */
  readonly styles?: string;
  /** In place of two plain lists, as in `word/numbering.xml`. */
  readonly numbering?: string;
  /** Other parts by type, such as `comments`, with what stands in their root. */
  readonly parts?: Readonly<Record<string, string>>;
  /** More relations of the document: id, type and target; outside where the target is an address. */
  readonly relations?: ReadonlyArray<readonly [string, string, string]>;
}

/** A Word document with the parts that Word itself would write. */
export function docx({
  body,
  pictures = {},
  links = {},
  notes = {},
  styles = '',
  numbering,
  parts = {},
  relations: more = [],
}: Parts): Buffer {
  const relation = (id: string, type: string, target: string, mode = '') =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${mode}/>`;
  const relations = (list: string[]) =>
    `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`;
  const style = (id: string, name: string) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;
  const level = (format: string) =>
    [0, 1, 2]
      .map((index) => `<w:lvl w:ilvl="${index}"><w:numFmt w:val="${format}"/></w:lvl>`)
      .join('');
  return zip({
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': relations([relation('rId1', 'officeDocument', 'word/document.xml')]),
    'word/_rels/document.xml.rels': relations([
      relation('rIdStyles', 'styles', 'styles.xml'),
      relation('rIdNumbering', 'numbering', 'numbering.xml'),
      relation('rIdNotes', 'footnotes', 'footnotes.xml'),
      ...Object.keys(pictures).map((id) => relation(id, 'image', `media/${id}.png`)),
      ...Object.keys(parts).map((type) => relation(`rId-${type}`, type, `${type}.xml`)),
      ...more.map(([id, type, target]) =>
        relation(id, type, target, target.includes(':') ? ' TargetMode="External"' : ''),
      ),
      ...Object.entries(links).map(([id, target]) =>
        relation(id, 'hyperlink', target, ' TargetMode="External"'),
      ),
    ]),
    'word/document.xml': `${declaration}<w:document ${namespaces}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    'word/styles.xml': `${declaration}<w:styles ${namespaces}>${style('Title', 'Title')}${style('Heading1', 'heading 1')}${style('Heading2', 'heading 2')}${style('Caption', 'caption')}${style('ListParagraph', 'List Paragraph')}${styles}</w:styles>`,
    'word/numbering.xml': `${declaration}<w:numbering ${namespaces}>${numbering ?? `<w:abstractNum w:abstractNumId="0">${level('bullet')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level('decimal')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>`}</w:numbering>`,
    'word/footnotes.xml': `${declaration}<w:footnotes ${namespaces}>${Object.entries(notes)
      .map(
        ([id, text]) =>
          `<w:footnote w:id="${id}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> ${text}</w:t></w:r></w:p></w:footnote>`,
      )
      .join('')}</w:footnotes>`,
    ...Object.fromEntries(
      Object.entries(parts).map(([type, inside]) => [
        `word/${type}.xml`,
        `${declaration}<w:${type} ${namespaces}>${inside}</w:${type}>`,
      ]),
    ),
    ...Object.fromEntries(
      Object.entries(pictures).map(([id, bytes]) => [`word/media/${id}.png`, bytes]),
    ),
  });
}

/** A run of text, with its properties: `bold('x')` is `run('x', '<w:b/>')`. */
export const run = (text: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
export const paragraph = (inside: string, properties = '') =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${inside}</w:p>`;
export const styled = (style: string, text: string) =>
  paragraph(run(text), `<w:pStyle w:val="${style}"/>`);
export const item = (text: string, level = 0, list = 1) =>
  paragraph(
    run(text),
    `<w:pStyle w:val="ListParagraph"/><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`,
  );
export const table = (rows: readonly (readonly string[])[]) =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${paragraph(run(cell))}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;
export const picture = (id: string, alt = '') =>
  paragraph(
    `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Рисунок 1" descr="${alt}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`,
  );

/** An archive whose files are stored as they are (PKWARE APPNOTE, 4.3). */
export function zip(files: Readonly<Record<string, string | Uint8Array>>): Buffer {
  const [locals, centrals]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const [bytes, path] = [Buffer.from(content as string), Buffer.from(name)];
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x800, 2);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(bytes.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, path, bytes]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    centrals.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), common, place, path]));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(locals.length, 8);
  end.writeUInt16LE(locals.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, central, end]);
}
