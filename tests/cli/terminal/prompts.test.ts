import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { type Asker, createAsker } from '#cli/terminal/prompts.ts';
import { sayIn } from '#messages/messages.ts';
import { UserError } from '#messages/user-error.ts';

const choices = [
  { value: 'a', label: 'Первое' },
  { value: 'b', label: 'Второе' },
  { value: 'c', label: 'Третье' },
];

/** What is asked and answered in a conversation. */
async function talk<Answer>(
  answers: string[],
  conversation: (asker: Asker) => Promise<Answer>,
): Promise<[Answer, string]> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const asker = createAsker(sayIn('ru'), { input, output });
  input.end(answers.map((answer) => `${answer}\n`).join(''));
  try {
    const answer = await conversation(asker);
    output.end();
    return [answer, await text(output)];
  } finally {
    asker.close();
  }
}

test('a line, with a preset that Enter takes', async () => {
  expect(
    await talk([''], (asker) => asker.line('Дата', (written) => written, '', '2026-01-22')),
  ).toEqual(['2026-01-22', 'Дата (Enter — 2026-01-22): ']);
});

test('an answer that is not understood is asked for again, with a hint', async () => {
  const [answer, said] = await talk(['x', '7'], (asker) =>
    asker.line(
      'Число',
      (written) => (/^\d+$/u.test(written) ? Number(written) : undefined),
      'Цифрами.',
    ),
  );
  expect([answer, said]).toEqual([7, 'Число Цифрами.\nЧисло ']);
});

test.each([
  [[''], 'a'],
  [['2'], 'b'],
  [['4', '0', '-1', 'b', '3'], 'c'],
])('one of three: %j', async (answers, value) => {
  expect((await talk(answers, (asker) => asker.one('Вид', choices)))[0]).toBe(value);
});

test.each([
  [[''], ['a', 'b']],
  [['-'], []],
  [['3,1'], ['a', 'c']],
  [['2 2; 3'], ['b', 'c']],
  [['1,4', '1'], ['a']],
])('some of three: %j', async (answers, values) => {
  expect((await talk(answers, (asker) => asker.some('Темы', choices, ['a', 'b'])))[0]).toEqual(
    values,
  );
});

test.each([
  ['да', true],
  ['Д', true],
  ['y', true],
  ['нет', false],
  ['', false],
  ['дада', false],
])('“%s” to a question', async (answer, meant) => {
  expect((await talk([answer], (asker) => asker.yes('Записать?')))[0]).toBe(meant);
});

test('the end of the conversation is a refusal, and nothing hangs', async () => {
  await expect(talk([], (asker) => asker.one('Вид', choices))).rejects.toEqual(
    new UserError('given-up'),
  );
  await expect(talk(['9'], (asker) => asker.one('Вид', choices))).rejects.toEqual(
    new UserError('given-up'),
  );
});

test('no line is wider than the terminal', async () => {
  const long = 'слово '.repeat(40).trim();
  const [, said] = await talk(['1'], (asker) => asker.one(long, [{ value: 1, label: long }]));
  expect(said.split('\n').length).toBeGreaterThan(6);
  expect(said.split('\n').filter((line) => line.trimEnd().length > 80)).toEqual([]);
});
