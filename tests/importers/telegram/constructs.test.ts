import { describe, expect, test } from 'vitest';
import { read } from '../reading.ts';

const message = (id: number, fields: object) => ({
  id,
  type: 'message',
  date: '2026-01-22T10:00:00',
  date_unixtime: String(1_769_058_000 + id * 7200),
  from_id: 'channel1',
  ...fields,
});
const exported = (type: string, ...messages: object[]) => ({
  'result.json': JSON.stringify({ name: 'x', type, id: 1, messages }),
});

describe('what private people write is not published', () => {
  test.each(['public_supergroup', 'private_supergroup', 'private_group'])('%s', async (type) => {
    const { made, refused, body } = await read(
      exported(
        type,
        message(1, { from_id: 'user5', text: 'Когда откроют улицу? Мой телефон +77010000000.' }),
        message(2, { text: 'Улица откроется завтра. Ждём.', reply_to_message_id: 1 }),
        message(3, { from_id: 'user6', text: 'Спасибо!' }),
        message(4, { from_id: undefined, text: 'Кто это?' }),
      ),
    );
    expect(made).toHaveLength(1);
    expect(body()).toBe('Улица откроется завтра. Ждём.\n');
    expect([made[0]!.draft, made[0]!.notes.map(({ id }) => id)]).toEqual([true, ['answers']]);
    expect(refused).toEqual([
      { source: 'result.json', reason: 'private-messages', params: { count: '3' } },
    ]);
  });

  test.each([
    [exported('personal_chat', message(1, { from_id: 'user5', text: 'Тайна.' })), 'private-chat'],
    [exported('saved_messages', message(1, { text: 'Тайна.' })), 'private-chat'],
    [
      { 'result.json': JSON.stringify({ about: 'x', chats: { list: [{ messages: [] }] } }) },
      'telegram-account',
    ],
    [
      {
        'messages.html':
          '<html><head><title>Exported Data</title></head><body><div class="page_wrap"><div class="history"><div class="message default clearfix" id="message1"><div class="body"><div class="from_name">А</div><div class="text">Слова</div></div></div></div></div></body></html>',
      },
      'telegram-html',
    ],
  ])('%j', async (files, reason) => {
    const { made, refused } = await read(files);
    expect([made, refused.map((one) => one.reason)]).toEqual([[], [reason]]);
  });
});

describe('each kind of message is kept or noted', () => {
  const none = '(File not included. Change data exporting settings to download.)';
  test.each<[string, object, string, string[]]>([
    [
      'a spoiler',
      { text_entities: [{ type: 'spoiler', text: 'Тайный ответ' }] },
      '',
      ['spoiler-dropped 1'],
    ],
    [
      'a poll',
      { poll: { question: 'Довольны?', answers: [{ text: 'Да' }, { text: 'Нет' }] } },
      '',
      ['poll-dropped Довольны? / Да / Нет'],
    ],
    [
      'a newer poll',
      { poll: { question: [{ type: 'plain', text: 'Довольны?' }], answers: [] } },
      '',
      ['poll-dropped Довольны?'],
    ],
    ['a place', { location_information: {} }, '', ['location-dropped']],
    [
      'a contact',
      { contact_information: { phone_number: '+77010000000' } },
      '',
      ['contact-dropped'],
    ],
    ['a forwarded one', { forwarded_from: 'Сосед' }, '', ['forwarded Сосед']],
    [
      'buttons',
      { inline_bot_buttons: [[{ text: 'Открыть', data: 'https://example.org/b' }]] },
      '',
      ['buttons-dropped Открыть https://example.org/b'],
    ],
    [
      'a document',
      { file: 'files/p.pdf', file_name: 'Приказ.pdf' },
      '',
      ['file-left-out Приказ.pdf'],
    ],
    [
      'a film that was not exported',
      { file: none, media_type: 'video_file' },
      '',
      ['file-left-out video_file'],
    ],
    ['a picture that was not exported', { photo: none }, '', ['picture-missing photo']],
    ['a game', { game_title: 'x' }, '', ['media-dropped game_title']],
    [
      'a mention',
      { text_entities: [{ type: 'mention', text: '@press' }] },
      '[@press](https://t.me/press)',
      [],
    ],
    [
      'a telephone',
      { text_entities: [{ type: 'phone', text: '+7 727 000-00-00' }] },
      '[+7 727 000-00-00](tel:+77270000000)',
      [],
    ],
    ['bold and italic', { text_entities: [{ type: 'bold_italic', text: 'да' }] }, '**_да_**', []],
    [
      'an emoji of its own',
      { text_entities: [{ type: 'custom_emoji', text: '🔥', document_id: 'x' }] },
      '🔥',
      [],
    ],
    ['underlined', { text_entities: [{ type: 'underline', text: 'да' }] }, 'да', []],
  ])(
    '%s',
    async (_, { text_entities = [], ...fields }: { text_entities?: object[] }, words, notes) => {
      const { body, made } = await read(
        exported(
          'public_channel',
          message(1, {
            ...fields,
            text_entities: [{ type: 'plain', text: 'Открыт мост. Да.\n' }, ...text_entities],
          }),
        ),
      );
      expect(
        body()
          .replace(/^Открыт мост\. Да\.\s*/u, '')
          .trim(),
      ).toBe(words);
      expect(
        made[0]!.notes.map(({ id, params }) => [id, ...Object.values(params)].join(' ')),
      ).toEqual(notes);
    },
  );

  test('what is nothing but a poll or a voice is refused by name', async () => {
    const { made, refused } = await read(
      exported(
        'public_channel',
        message(1, { poll: { question: 'Да?', answers: [] } }),
        message(2, { file: 'a.ogg', media_type: 'voice_message', mime_type: 'audio/ogg' }),
      ),
    );
    expect(made).toEqual([]);
    expect(
      refused.map(({ reason, params }) => [reason, (params as { kind?: string }).kind]),
    ).toEqual([
      ['not-an-announcement', 'poll'],
      ['not-an-announcement', 'a.ogg'],
    ]);
  });

  test('a hashtag that is a topic of the site', async () => {
    const { made } = await read(
      exported(
        'public_channel',
        message(1, {
          text_entities: [
            { type: 'plain', text: 'Открыт мост. Да. ' },
            { type: 'hashtag', text: '#Дороги' },
          ],
        }),
      ),
      { content: { 'topics.yaml': 'roads:\n  label: {kk: Жолдар, ru: Дороги}\n' } },
    );
    expect(made[0]!.announcement.facts.topics).toEqual(['roads']);
  });
});
