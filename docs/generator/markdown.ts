/** A table of Markdown. Bars and line ends inside a cell would end it, so they are escaped. */
export function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/gu, ' ')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** `text` as code in a line. Without backticks inside, which no name or address of ours has. */
export function code(text: string): string {
  return `\`${text}\``;
}
