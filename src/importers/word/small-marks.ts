import type { Tally } from '#importers/tally.ts';
import type { Styles } from './styles.ts';
import { looksOf } from './styles.ts';
import {
  attribute,
  below,
  childOf,
  childrenOf,
  createRun,
  createWord,
  nameOf,
  remove,
  replace,
  unwrap,
  wordsIn,
} from './xml.ts';

/** Writes what mammoth does not read in ways that it does; what cannot be written so is said. */
export function settleMarks(story: Element, styles: Styles, tally: Tally): void {
  for (const control of below(story, 'w:sdt')) settleControl(control, tally);
  for (const part of below(story, 'w:altChunk', 'w:subDoc')) {
    tally.count('part-dropped');
    remove(part);
  }
  for (const math of below(story, 'm:oMath')) {
    tally.count('equation-flat');
    replace(math, [createRun(math, equation(math))]);
  }
  for (const math of below(story, 'm:oMathPara')) unwrap(math);
  for (const ruby of below(story, 'w:ruby')) settleRuby(ruby, tally);
  for (const direction of below(story, 'w:dir', 'w:bdo')) unwrap(direction);
  for (const mark of below(story, 'w:cr', 'w:br', 'w:ptab', 'w:pgNum')) {
    // The end of a page or a column stands between words, too.
    const isTab = nameOf(mark) === 'w:ptab';
    if (nameOf(mark) === 'w:pgNum')
      tally.say({ id: 'field-without-value', params: { name: 'PAGE' } });
    replace(mark, [createWord(mark, isTab ? 'tab' : 'br')]);
  }
  for (const run of below(story, 'w:r')) strike(run, styles);
  for (const frame of below(story, 'w:framePr')) joinInitial(frame);
}

/** A content control: what only asks to be filled in is no text; a box to tick is the sign that it shows. */
function settleControl(control: Element, tally: Tally): void {
  const properties = childOf(control, 'w:sdtPr');
  if (childOf(properties, 'w:showingPlcHdr') && wordsIn(control).trim()) {
    tally.count('placeholder-dropped');
    for (const run of below(control, 'w:r')) remove(run);
  }
  const box = childOf(properties, 'w14:checkbox');
  if (box) remove(box);
}

function settleRuby(ruby: Element, tally: Tally): void {
  const said = wordsIn(childOf(ruby, 'w:rt') ?? ruby);
  const base = wordsIn(childOf(ruby, 'w:rubyBase') ?? ruby);
  tally.count('ruby-flat');
  // It stands in a run: words only.
  replace(ruby, [createWord(ruby, 't', said && said !== base ? `${base} (${said})` : base)]);
}

/** An equation in one line (ECMA-376, part 1, 22.1): `(a+b)/c`, `x^2`, `√(x)`. */
function equation(node: Element): string {
  const part = (name: string) => {
    const found = childOf(node, name);
    return found ? childrenOf(found).map(equation).join('') : '';
  };
  const grouped = (text: string) => (text.length > 1 ? `(${text})` : text);
  switch (nameOf(node)) {
    case 'm:t':
      return node.textContent ?? '';
    case 'm:f':
      return `${grouped(part('m:num'))}/${grouped(part('m:den'))}`;
    case 'm:sSup':
      return `${part('m:e')}^${grouped(part('m:sup'))}`;
    case 'm:sSub':
      return `${part('m:e')}_${grouped(part('m:sub'))}`;
    case 'm:rad':
      return `${part('m:deg')}√(${part('m:e')})`;
    case 'm:d':
      return `(${part('m:e')})`;
    default:
      return childrenOf(node).map(equation).join('');
  }
}

/** Struck letters, also twice and by a style, are struck in a way that mammoth reads: they must not pass for valid ones. */
function strike(run: Element, styles: Styles): void {
  const properties = childOf(run, 'w:rPr');
  const character = styles.character(attribute(childOf(properties, 'w:rStyle'), 'val'));
  const isStruck = looksOf(run).isStruck ?? character?.isStruck;
  if (!isStruck || childOf(properties, 'w:strike')) return;
  const holder = properties ?? run.insertBefore(createWord(run, 'rPr'), run.firstChild);
  holder.appendChild(createWord(run, 'strike'));
}

/** A large first letter stands in a paragraph of its own; it is the beginning of the next one. */
function joinInitial(frame: Element): void {
  const initial = attribute(frame, 'dropCap');
  const paragraph = frame.parentNode?.parentNode;
  if (!initial || initial === 'none' || !paragraph) return;
  let next = paragraph.nextSibling;
  while (next && next.nodeType !== 1) next = next.nextSibling;
  if (!next || nameOf(next as Element) !== 'w:p') return;
  const first = childrenOf(next).find((child) => nameOf(child) !== 'w:pPr') ?? null;
  for (const child of childrenOf(paragraph))
    if (nameOf(child) !== 'w:pPr') next.insertBefore(child, first);
  remove(paragraph);
}
