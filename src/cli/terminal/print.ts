import { wrap } from './wrap.ts';

/** Prints to the standard output. Lines are wrapped on a terminal, but not in a file or for a program. */
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
