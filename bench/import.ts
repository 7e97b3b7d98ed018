import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { createClock, createStopwatch } from '#clock.ts';
import { findFiles } from '#importers/find-files.ts';
import { importFiles } from '#importers/import-files.ts';
import { readBasics } from '#site/read-basics.ts';
import { writeSite } from '#authoring/new-site.ts';
import { openStaging } from '#authoring/staging.ts';
import { createRandom } from './random.ts';

const usage =
  'Usage: node bench/import.ts N\n\nImports N Word documents of 20 paragraphs, a table and a picture of 200 KB each, and tells how long it took.';

/** A Word document with only the parts that a reader needs. */
function document(index: number, picture: Uint8Array): Uint8Array {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const relations = (list: string) =>
    bytes(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list}</Relationships>`,
    );
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const paragraph = (text: string) =>
    `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
  const words = `В городе прошло рабочее совещание номер ${index}, на нём рассмотрели обстановку, меры по профилактике и дисциплину участников дорожного движения. `;
  const body = [
    `Совещание номер ${index}`,
    '22.01.2026',
    ...Array.from({ length: 20 }, () => words.repeat(3)),
  ]
    .map(paragraph)
    .join('');
  const table = `<w:tbl>${['Район', 'Центр'].map((name) => `<w:tr><w:tc>${paragraph(name)}</w:tc><w:tc>${paragraph('5')}</w:tc></w:tr>`).join('')}</w:tbl>`;
  const drawing =
    '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="Зал совещаний"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip r:embed="rId1"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>';
  const namespaces =
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"';
  return zipSync({
    '_rels/.rels': relations(
      `<Relationship Id="rId1" Type="${type}/officeDocument" Target="word/document.xml"/>`,
    ),
    'word/_rels/document.xml.rels': relations(
      `<Relationship Id="rId1" Type="${type}/image" Target="media/a.jpg"/>`,
    ),
    'word/document.xml': bytes(
      `<w:document ${namespaces}><w:body>${body}${table}${drawing}</w:body></w:document>`,
    ),
    'word/media/a.jpg': [picture, { level: 0 }],
  });
}

async function bench(count: number): Promise<void> {
  const temporary = mkdtempSync(join(tmpdir(), 'jarshy-bench-'));
  try {
    const [desk, content] = [join(temporary, 'desk'), join(temporary, 'content')];
    mkdirSync(desk);
    writeSite(content, {
      locales: ['kk', 'ru'],
      url: 'https://press.example.org/',
      timeZone: 'Asia/Almaty',
      names: new Map([
        ['kk', 'X'],
        ['ru', 'X'],
      ]),
    });
    const random = createRandom('import');
    for (let index = 0; index < count; index++) {
      const picture = Uint8Array.from({ length: 200_000 }, () => random.int(0, 255));
      picture.set([0xff, 0xd8, 0xff, 0xe0]);
      writeFileSync(join(desk, `${index}.docx`), document(index, picture));
    }
    const watch = createStopwatch();
    watch.start('import');
    const stage = openStaging(content);
    let [made, unread] = [0, 0];
    for await (const found of importFiles(findFiles([desk], '/').files, {
      ...readBasics(content),
      content,
      now: createClock().now,
      ready: false,
    })) {
      if ('reason' in found) unread++;
      else {
        stage.add(found.announcement);
        made++;
      }
    }
    stage.publish();
    stage.close();
    const [{ milliseconds, peakMemory }] = watch.stop() as [ReturnType<typeof watch.stop>[number]];
    console.log(
      `Node ${process.version}: ${made} documents imported, ${unread} not, in ${(milliseconds / 1000).toFixed(1)} s; at most ${Math.round(peakMemory / 2 ** 20)} MB`,
    );
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

const count = Number(process.argv[2]);
if (Number.isInteger(count) && count > 0) await bench(count);
else {
  console.error(usage);
  process.exitCode = 2;
}
