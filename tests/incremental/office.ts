import {
  appendFileSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { filesOf } from '../../bench/announcement.ts';
import { type Facts, factsOf } from '../../bench/facts.ts';
import type { Random } from '../../bench/random.ts';

/** A press office at work: its content, its copy of the program, the published site, and the present moment. */
export interface Office {
  readonly random: Random;
  readonly content: string;
  readonly program: string;
  readonly site: string;
  /** A counter of the announcements written, from which they get their names. */
  written: number;
  /** Milliseconds since 1970. */
  now: number;
}

const picture = join(
  import.meta.dirname,
  '../fixtures/mixed/announcements/2026/road-repairs/bridge.png',
);
const day = 24 * 60 * 60 * 1000;
const languages = ['kk', 'ru'] as const;

/** Changes between two builds that concern some pages. After each, the content can still be built. */
export const small = {
  'a typo is mended': (office) => {
    const file = join(untouched(office), `index.${office.random.pick(languages)}.md`);
    writeFileSync(
      file,
      `${readFileSync(file, 'utf8')}\nТағы бір сөйлем № ${office.random.int(1, 999)}.\n`,
    );
  },
  'a title changes': (office) => {
    const file = join(untouched(office), 'index.ru.md');
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace(
        /^title: .*$/mu,
        `title: Новый заголовок ${office.random.int(1, 99_999)}`,
      ),
    );
  },
  'one is renamed': (office) => {
    const folder = untouched(office);
    const [year, slug] = folder.split('/').slice(-2) as [string, string];
    renameSync(folder, `${folder}-renamed`);
    addFields(`${folder}-renamed`, {
      kk: [`aliases: [/kk/news/${year}/${slug}/, /ru/news/${year}/${slug}/]`],
    });
  },
  'one is corrected': (office) => {
    addFields(untouched(office), {
      kk: [`corrections: [{ date: ${today(office)}, note: Түзетілді. }]`],
      ru: ['corrections: [{ note: Исправлено. }]'],
    });
  },
  'one is withdrawn': (office) => {
    addFields(untouched(office), {
      kk: [`withdrawnOn: ${today(office)}`, 'withdrawnReason: Қате.'],
      ru: ['withdrawnReason: Ошибка.'],
    });
  },
  'one is removed': (office) => {
    addFields(untouched(office), {
      kk: [`removedOn: ${today(office)}`, 'removedReason: Сот шешімі.'],
      ru: ['removedReason: Решение суда.'],
    });
  },
  'one comes out': (office) => write(office, {}),
  'one is written for later': (office) =>
    write(office, { date: dayOf(office.now + office.random.int(1, 5) * day) }),
  'one comes out in one language': (office) => write(office, {}, ['kk']),
  'an event is announced': (office) =>
    write(office, { kind: 'event', eventStart: dayOf(office.now + 9 * day) }),
  'an alert is raised': (office) =>
    write(office, { kind: 'alert', expires: dayOf(office.now + 2 * day) }),
  'one with a picture and a paper comes out': (office) => {
    const folder = write(office, {});
    writeFileSync(join(folder, 'photo.png'), readFileSync(picture));
    writeFileSync(join(folder, 'plan.csv'), 'a,b\n1,2\n');
    addFields(folder, {
      kk: [
        'cover: ./photo.png',
        'coverAlt: Сурет',
        'attachments: [{ file: plan.csv, title: Жоспар }]',
      ],
      ru: ['coverAlt: Снимок', 'attachments: [{ title: План }]'],
    });
  },
  'a paper is replaced': (office) => {
    for (const file of globSync('announcements/*/*/plan.csv', { cwd: office.content }))
      appendFileSync(join(office.content, file), '3,4\n');
  },
  'a topic is added': (office) => {
    const id = `topic-${office.written++}`;
    appendFileSync(
      join(office.content, 'topics.yaml'),
      `${id}:\n  label: { kk: Тақырып ${id}, ru: Тема ${id} }\n`,
    );
    write(office, { topics: [id] });
  },
  'a person gets another office': (office) => {
    const file = join(
      office.content,
      office.random.pick(globSync('people/*.yaml', { cwd: office.content }).sort()),
    );
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace(
        /^role:\n {2}kk: .*$/mu,
        `role:\n  kk: Қызметі ${office.random.int(1, 99)}`,
      ),
    );
  },
  'days pass': (office) => void (office.now += office.random.int(1, 40) * day),
  'an hour passes': (office) => void (office.now += day / 24),
  'somebody writes into the finished site': (office) => {
    const file = office.random.pick(
      globSync('**/*.{html,xml,json,css,pf_index}', { cwd: office.site }).sort(),
    );
    // Many editors save like this: they write a new file and rename it.
    writeFileSync(join(office.site, `${file}.new`), 'spoilt');
    renameSync(join(office.site, `${file}.new`), join(office.site, file));
  },
} satisfies Happenings;

/** Changes that concern every page or every document. */
export const wholesale = {
  'the interface says something else': (office) => {
    const file = join(office.content, 'strings/ru.yaml');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `nav.archive: Новости ${office.random.int(1, 99)}\n`);
  },
  'a template changes': (office) =>
    edit(
      join(office.program, 'src/components/Footer.astro'),
      /<footer class="site-footer"(?: id="v\d+")?>/u,
      `<footer class="site-footer" id="v${office.random.int(1, 999)}">`,
    ),
  'a style changes': (office) =>
    appendFileSync(
      join(office.program, 'src/styles/site.css'),
      `\n.v${office.random.int(1, 999)} { color: red; }\n`,
    ),
  'a writer of feeds changes': (office) =>
    edit(
      join(office.program, 'src/outputs/feeds/atom.ts'),
      /x\('generator', 'Jarshy\d*'\)/u,
      `x('generator', 'Jarshy${office.random.int(1, 999)}')`,
    ),
  'lists grow shorter': (office) => {
    const file = join(office.content, 'site.yaml');
    writeFileSync(
      file,
      `${readFileSync(file, 'utf8').replace(/^perPage: .*\n/mu, '')}perPage: ${office.random.int(5, 20)}\n`,
    );
  },
  'the record is damaged': (office) => {
    for (const file of globSync(join(office.program, '.cache/sites/*/{manifest,values}')))
      appendFileSync(file, office.random.pick([' ', '{}', 'x']));
  },
} satisfies Happenings;

type Happenings = Record<string, (office: Office) => unknown>;

/** The folder of an announcement that has had no change yet except typos. */
function untouched({ random, content }: Office): string {
  const all = globSync('announcements/*/*', { cwd: content })
    .sort()
    .map((folder) => join(content, folder));
  const written = (folder: string) =>
    globSync('index.*.md', { cwd: folder }).map((file) => readFileSync(join(folder, file), 'utf8'));
  return random.pick(
    all.filter(
      (folder) =>
        written(folder).length === 2 &&
        !written(folder).some((text) =>
          /^(?:aliases|corrections|withdrawnOn|removedOn):/mu.test(text),
        ),
    ),
  );
}

/** Adds lines to the front matter of an announcement. */
function addFields(
  folder: string,
  fields: { readonly kk?: readonly string[]; readonly ru?: readonly string[] },
): void {
  for (const [language, lines] of Object.entries(fields))
    edit(join(folder, `index.${language}.md`), /\n---\n/u, `\n${lines.join('\n')}\n---\n`);
}

/**
 * Writes a new announcement.
 * @returns its folder
 */
function write(
  office: Office,
  changes: Partial<Facts>,
  locales: readonly (typeof languages)[number][] = languages,
): string {
  const date = changes.date ?? today(office);
  const plain = factsOf(1000 + office.written, 1);
  const facts: Facts = {
    id: `${date.slice(0, 4)}/new-${office.written++}`,
    date,
    kind: 'news',
    topics: plain.topics,
    divisions: plain.divisions,
    people: plain.people,
    ...changes,
  };
  const texts = filesOf(facts, undefined, 1);
  const folder = join(office.content, 'announcements', facts.id);
  mkdirSync(folder, { recursive: true });
  for (const locale of locales) writeFileSync(join(folder, `index.${locale}.md`), texts[locale]);
  return folder;
}

function edit(file: string, place: RegExp, words: string): void {
  const text = readFileSync(file, 'utf8');
  if (!place.test(text)) throw new Error(`${file} has nothing like ${place}`);
  writeFileSync(
    file,
    text.replace(place, () => words),
  );
}

const today = ({ now }: Office) => dayOf(now);

/** The day of a moment, in the time zone of the generated site. */
function dayOf(moment: number): string {
  return new Date(moment + 5 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
