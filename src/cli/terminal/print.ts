import { wrap } from './wrap.ts';

/** Says something on the standard output: to a person at a terminal in lines that fit, to a file or program as it is. */
export function print(text: string): void {
  console.log(
    process.stdout.isTTY
      ? text
          .split('\n')
          .flatMap((line) => (line === '' ? [''] : wrap(line, 0)))
          .join('\n')
      : text,
  );
}
