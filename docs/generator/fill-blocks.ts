/** The parts of a page that a program writes stand between these two lines. The first names the block. */
const block =
  /^<!-- begin (?<name>[\w.-]+): written by npm run docs:reference -->\n.*?^<!-- end -->$/gmsu;
const marks = /^<!-- (?:begin\b.*|end) -->$/gmu;

/** The line with which the block of this name begins. */
export function beginOf(name: string): string {
  return `<!-- begin ${name}: written by npm run docs:reference -->`;
}

/**
 * A page with its generated parts written again; what people wrote around them stays.
 * @param blocks what writes each part, by its name
 * @throws {Error} when a block has a name that is not in `blocks`, or a mark without its partner
 */
export function fillBlocks(page: string, blocks: Readonly<Record<string, () => string>>): string {
  const found = [...page.matchAll(block)];
  if ((page.match(marks)?.length ?? 0) !== found.length * 2)
    throw new Error('A mark of a generated block has no partner.');
  return page.replaceAll(block, (...match) => {
    const { name } = match.at(-1) as { name: string };
    const write = blocks[name];
    if (!write)
      throw new Error(`No generated block is named ${name}: ${Object.keys(blocks).join(', ')}`);
    return `${beginOf(name)}\n${write().trim()}\n<!-- end -->`;
  });
}

/** The names of the generated parts of a page, in order. */
export function blocksOf(page: string): string[] {
  return [...page.matchAll(block)].map((match) => match.groups?.name ?? '');
}
