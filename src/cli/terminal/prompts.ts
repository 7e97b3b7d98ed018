import { createInterface } from 'node:readline/promises';
import { itemAt } from '#lang/lookup.ts';
import type { Say } from '#messages/messages.ts';
import { wrap } from './wrap.ts';
import { UserError } from '#messages/user-error.ts';

/**
 * Asks a person line by line. No library is used: their moving menus put English between our sentences and do not
 * work with a screen reader. A numbered list works in every terminal and is enough for three languages.
 */
export interface Asker {
  /** @param accept parses the answer; undefined means print `hint` and ask again */
  line<Answer>(
    question: string,
    accept: (answer: string) => Answer | undefined,
    hint: string,
    preset?: string,
  ): Promise<Answer>;
  /** Asks for one of the choices. Enter takes the first. */
  one<Value>(question: string, choices: readonly PromptChoice<Value>[]): Promise<Value>;
  /** Asks for any number of the choices. Enter takes `preset`. */
  some<Value>(
    question: string,
    choices: readonly PromptChoice<Value>[],
    preset: readonly Value[],
  ): Promise<Value[]>;
  yes(question: string): Promise<boolean>;
  close(): void;
}

/** A choice and its label. */
export interface PromptChoice<Value> {
  readonly value: Value;
  readonly label: string;
}

/** The answer that chooses nothing. */
const none = '-';

/**
 * Creates an asker for a terminal.
 * @throws {UserError} from every question if the person ends the input (Ctrl+C, Ctrl+D)
 */
export function createAsker(
  say: Say,
  streams: { readonly input: NodeJS.ReadableStream; readonly output: NodeJS.WritableStream },
): Asker {
  const terminal = createInterface(streams);
  const lines = terminal[Symbol.asyncIterator]();
  const tell = (text: string) => void streams.output.write(`${wrap(text, 0).join('\n')}\n`);
  const ask = async (question: string, preset = '') => {
    const [last, ...before] = wrap(
      `${question}${preset && ` (${say('ask.enter', { answer: preset === none ? say('ask.none') : preset })}):`}`,
      0,
    ).reverse();
    if (before.length > 0) tell(before.reverse().join(' '));
    // The last line is the prompt, so that it stays while the answer is edited.
    terminal.setPrompt(`${last} `);
    terminal.prompt();
    const { value, done } = await lines.next();
    if (done) {
      // Ctrl+C leaves the cursor after the question.
      streams.output.write('\n');
      throw new UserError('given-up');
    }
    return value.trim() || preset;
  };

  async function line<Answer>(
    question: string,
    accept: (answer: string) => Answer | undefined,
    hint: string,
    preset?: string,
  ): Promise<Answer> {
    for (;;) {
      const answer = accept(await ask(question, preset));
      if (answer !== undefined) return answer;
      tell(hint);
    }
  }
  const list = (choices: readonly PromptChoice<unknown>[]) =>
    choices.forEach(({ label }, index) =>
      streams.output.write(`${wrap(label, 6, `${index + 1}. `.padStart(6)).join('\n')}\n`),
    );
  const numbered = (answer: string, count: number): number | undefined =>
    /^\d+$/u.test(answer) && Number(answer) >= 1 && Number(answer) <= count
      ? Number(answer) - 1
      : undefined;

  return {
    line,
    async one(question, choices) {
      list(choices);
      const index = await line(
        question,
        (answer) => numbered(answer, choices.length),
        say('ask.number', { count: choices.length }),
        '1',
      );
      return itemAt(choices, index).value;
    },
    async some(question, choices, preset) {
      list(choices);
      const accept = (answer: string) => {
        const indices = answer
          .split(/[\s,;]+/u)
          .filter((part) => part && part !== none)
          .map((part) => numbered(part, choices.length));
        return indices.includes(undefined) ? undefined : (indices as number[]);
      };
      const presetNumbers = choices
        .flatMap(({ value }, index) => (preset.includes(value) ? [index + 1] : []))
        .join(', ');
      const indices = await line(
        question,
        accept,
        say('ask.numbers', { count: choices.length }),
        presetNumbers || none,
      );
      return [...new Set(indices)]
        .sort((a, b) => a - b)
        .map((index) => itemAt(choices, index).value);
    },
    async yes(question) {
      const words = say('ask.yes').split(' ');
      const answer = await ask(`${question} (${say('ask.yes-or-no')})`);
      return words.includes(answer.toLowerCase());
    },
    close: () => terminal.close(),
  };
}

/** An asker for the person at the terminal, or undefined if a program runs the command. */
export function personAt(
  { stdin, stdout }: Pick<NodeJS.Process, 'stdin' | 'stdout'>,
  say: Say,
): Asker | undefined {
  return stdin.isTTY && stdout.isTTY
    ? createAsker(say, { input: stdin, output: stdout })
    : undefined;
}
