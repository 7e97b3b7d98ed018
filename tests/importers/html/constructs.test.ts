import { describe, expect, test } from 'vitest';
import { gif, png } from '../pictures.ts';
import { read } from '../reading.ts';

async function imported(body: string) {
  const reading = await read({
    'a.html': `<html><head><meta charset="utf-8"><link rel="canonical" href="https://old.example.org/a.html"></head><body><h1>Открыт мост</h1><time datetime="2026-01-22"></time><p>Начало.</p>${body}<p>Конец.</p></body></html>`,
    'small.png': png(1),
    'large.png': png(2),
    'moving.gif': gif(3),
  });
  const pictures = [...(reading.made[0]!.announcement.files?.values() ?? [])];
  return {
    text: reading
      .body()
      .replace(/^Начало\.\s*/u, '')
      .replace(/\s*Конец\.\n$/u, ''),
    notes: reading.made[0]!.notes.map(({ id, params }) => [id, ...Object.values(params)].join(' ')),
    isLarge: pictures.length === 1 && Buffer.from(pictures[0]!).equals(png(2)),
  };
}

const film = 'https://www.youtube.com/watch?v=xyz';

describe('each construct of a page is kept or noted', () => {
  test.each<[string, string, string[]]>([
    [
      '<iframe src="https://www.youtube.com/embed/xyz" title="Брифинг"></iframe>',
      `[Брифинг](${film})`,
      [`embed-as-link iframe ${film}`],
    ],
    [
      '<iframe src="//maps.example.org/?um=x"></iframe>',
      '[https://maps.example.org/?um=x](https://maps.example.org/?um=x)',
      ['embed-as-link iframe https://maps.example.org/?um=x'],
    ],
    [
      '<figure><video src="/film.mp4"></video><figcaption>Брифинг</figcaption></figure>',
      '[https://old.example.org/film.mp4](https://old.example.org/film.mp4)\n\nБрифинг',
      ['embed-as-link video https://old.example.org/film.mp4'],
    ],
    [
      '<video><source src="film.mp4">Ваш браузер не показывает видео.</video>',
      '[https://old.example.org/film.mp4](https://old.example.org/film.mp4)',
      ['embed-as-link video https://old.example.org/film.mp4'],
    ],
    [
      '<audio src="https://a.example/a.mp3"></audio>',
      '[https://a.example/a.mp3](https://a.example/a.mp3)',
      ['embed-as-link audio https://a.example/a.mp3'],
    ],
    [
      '<object data="/doc.pdf">Приказ</object>',
      '[Приказ](https://old.example.org/doc.pdf)',
      ['embed-as-link object https://old.example.org/doc.pdf'],
    ],
    [
      '<embed src="x.swf">',
      '[https://old.example.org/x.swf](https://old.example.org/x.swf)',
      ['embed-as-link embed https://old.example.org/x.swf'],
    ],
    [
      '<script async src="https://telegram.org/w.js" data-telegram-post="press/5"></script>',
      '[https://t.me/press/5](https://t.me/press/5)',
      ['embed-as-link script https://t.me/press/5'],
    ],
    ['<form><label>Имя</label><input><button>Да</button></form>', '', ['element-dropped form']],
    ['<svg><text>Схема</text></svg>', '', ['element-dropped svg']],
    ['<canvas>нет</canvas>', '', ['element-dropped canvas']],
    ['<math><mi>x</mi></math>', '', ['element-dropped math']],
    ['<script>let a = 1;</script><style>p{}</style>', '', []],
    [
      '<table><caption>Итоги</caption><tr><th>Год</th><th>Число</th></tr><tr><td>2025</td><td>5</td></tr></table>',
      'Итоги\n\n| Год | Число |\n| - | - |\n| 2025 | 5 |',
      [],
    ],
    [
      '<table><tr><th rowspan="2">Год</th><th>Число</th></tr><tr><td>5</td></tr></table>',
      '| Год | Число |\n| - | - |\n| | 5 |',
      ['merged-cells 1'],
    ],
    ['<table><tr><td><p>Рамка</p><p>вокруг</p></td></tr></table>', 'Рамка\n\nвокруг', []],
    [
      '<table><tr><td>а</td><td><table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table></td></tr></table>',
      'а\n\n| 1 | 2 |\n| - | - |\n| 3 | 4 |',
      [],
    ],
    ['<details><summary>Ещё</summary><p>Слова.</p></details>', 'Ещё\n\nСлова.', ['details-open 1']],
    [
      '<p><span style="font-weight:700">Жирно</span> и <span style="font-style:italic">косо</span>, <span style="text-decoration:line-through">нет</span></p>',
      '**Жирно** и _косо_, ~~нет~~',
      [],
    ],
    ['<b style="font-weight:normal"><p>Обычно</p></b>', 'Обычно', []],
    [
      '<p><a href="https://www.google.com/url?q=https://example.org/real&amp;sa=D">там</a></p>',
      '[там](https://example.org/real)',
      [],
    ],
    ['<img src="moving.gif" alt="Схема">', '![Схема](./moving.gif)', ['picture-still moving.gif']],
    ['<noscript><img src="large.png" alt="Мост"></noscript>', '![Мост](./large.png)', []],
    ['<ol type="a"><li>раз</li><li>два</li></ol>', 'a. раз\n\nb. два', []],
    ['<ol style="list-style-type:upper-roman" start="4"><li><p>раз</p></li></ol>', 'IV. раз', []],
    ['<ol reversed><li>раз</li><li>два</li></ol>', '2\\. раз\n\n1\\. два', []],
    ['<ol><li>раз</li><li value="5">пять</li></ol>', '1\\. раз\n\n5\\. пять', []],
    ['<ol start="5"><li>пять</li></ol>', '5. пять', []],
  ])('%s', async (html, text, notes) => {
    expect(await imported(html)).toMatchObject({ text, notes });
  });

  test.each([
    '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="large.png" alt="Мост">',
    '<img src="small.png" srcset="small.png 300w, large.png 1200w" alt="Мост">',
    '<picture><source srcset="none.webp 2x"><img src="small.png" srcset="none.png 2000w, large.png 900w" alt="Мост"></picture>',
  ])('the real and largest picture: %s', async (html) => {
    expect(await imported(html)).toEqual({
      text: '![Мост](./large.png)',
      notes: [],
      isLarge: true,
    });
  });

  test('lists that Word has saved as paragraphs', async () => {
    const item = (mark: string, words: string, list: string) =>
      `<p class=MsoListParagraph style='mso-list:${list} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${mark}<span>&nbsp; </span></span><![endif]>${words}</p>\n`;
    const { text } = await imported(
      item('·', 'один', 'l0 level1') +
        item('o', 'внутри', 'l0 level2') +
        item('·', 'два', 'l0 level1') +
        '<p>Между.</p>' +
        item('5)', 'пятый', 'l1 level1') +
        item('6)', 'шестой', 'l1 level1') +
        '<p>Между.</p>' +
        item('а)', 'буква', 'l2 level1'),
    );
    expect(text).toBe(
      '- один\n  - внутри\n- два\n\nМежду.\n\n5. пятый\n6. шестой\n\nМежду.\n\n- а) буква',
    );
  });
});

test('a page of Bitrix: its title once, its date, nothing of what is around', async () => {
  const { body, made } = await read({
    'a.html':
      '<html><head><meta charset="utf-8"><meta property="og:title" content="Мост открыт"></head><body><div id="header"><ul class="menu"><li><a href="/">Главная</a></li></ul></div><div class="news-detail"><h3>Мост открыт</h3><span class="news-date-time">05.06.2025 10:00:00</span>Текст новости.<br><br>Второй абзац.<div class="news-detail-share">Поделиться</div></div><div id="footer">© Департамент</div></body></html>',
  });
  expect(made[0]).toMatchObject({
    title: 'Мост открыт',
    announcement: { facts: { date: '2025-06-05T10:00:00+05:00' } },
  });
  expect(body()).toBe('Текст новости.\n\nВторой абзац.\n');
});
