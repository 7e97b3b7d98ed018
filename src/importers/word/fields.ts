import type { Tally } from '#importers/tally.ts';
import { lastOf } from '#lang/lookup.ts';
import {
  attribute,
  below,
  childOf,
  childrenOf,
  createWord,
  nameOf,
  remove,
  replace,
  switchOf,
  unwrap,
} from './xml.ts';

/** A field between its `begin` and its `end` (ECMA-376, part 1, 17.16.18). */
interface Field {
  readonly begin: Element;
  readonly marks: Element[];
  readonly codes: Element[];
  /** What stands in its code besides the code: other fields' values. */
  readonly inCode: Element[];
  isCode: boolean;
  hasValue: boolean;
}

const shown = ['w:t', 'w:sym', 'w:drawing', 'w:pict', 'w:object', 'w:noBreakHyphen'];

/**
 * Leaves of fields what they showed last: their codes go, links stay as mammoth reads them, boxes to tick become signs.
 * Values may be stale, so that they are counted; what has no value is said.
 */
export function settleFields(story: Element, tally: Tally): void {
  for (const simple of below(story, 'w:fldSimple')) settleSimple(simple, tally);
  const open: Field[] = [];
  for (const element of below(story, 'w:fldChar', 'w:instrText', 'w:tab', 'w:br', ...shown)) {
    const last = open.at(-1);
    const type = nameOf(element) === 'w:fldChar' ? attribute(element, 'fldCharType') : undefined;
    if (type === 'begin')
      open.push({
        begin: element,
        marks: [element],
        codes: [],
        inCode: [],
        isCode: true,
        hasValue: false,
      });
    else if (type === 'separate') {
      last?.marks.push(element);
      if (last) last.isCode = false;
    } else if (type === 'end') {
      const field = open.pop();
      if (!field) continue;
      field.marks.push(element);
      settle(field, open.find(({ isCode }) => isCode) !== undefined, tally);
    } else if (nameOf(element) === 'w:instrText') last?.codes.push(element);
    else {
      const code = open.find(({ isCode }) => isCode);
      if (code) code.inCode.push(element);
      else for (const field of open) field.hasValue ||= shown.includes(nameOf(element));
    }
  }
  for (const { marks, codes } of open) for (const element of [...marks, ...codes]) remove(element);
}

function settle(field: Field, isInCode: boolean, tally: Tally): void {
  for (const element of field.inCode) remove(element);
  const code = field.codes.map((element) => element.textContent).join('');
  const name = nameOfField(code);
  if (name === 'HYPERLINK' && !isInCode) {
    // One text for the code: mammoth reads pieces of it, too, but not those of fields inside.
    return;
  }
  const value = valueOfForm(name, field.begin);
  const end = lastOf(field.marks);
  if (value !== undefined && !isInCode) replace(end, [createWord(end, 't', value)]);
  for (const element of [...field.marks, ...field.codes]) remove(element);
  if (isInCode || value !== undefined) return;
  if (field.hasValue) tally.count('field-values');
  else tally.say({ id: 'field-without-value', params: { name } });
}

function settleSimple(simple: Element, tally: Tally): void {
  const code = attribute(simple, 'instr') ?? '';
  const mark = (type: string) => {
    const run = createWord(simple, 'r');
    const char = createWord(simple, 'fldChar');
    char.setAttributeNS(char.namespaceURI, `${char.prefix}:fldCharType`, type);
    run.appendChild(char);
    return run;
  };
  if (nameOfField(code) === 'HYPERLINK') {
    const written = createWord(simple, 'r');
    written.appendChild(createWord(simple, 'instrText', code));
    for (const run of [mark('begin'), written, mark('separate')])
      simple.parentNode?.insertBefore(run, simple);
    simple.parentNode?.insertBefore(mark('end'), simple.nextSibling);
  } else if (below(simple, ...shown).length > 0) tally.count('field-values');
  else tally.say({ id: 'field-without-value', params: { name: nameOfField(code) } });
  unwrap(simple);
}

function nameOfField(code: string): string {
  return /[A-Z=]+/iu.exec(code)?.[0].toUpperCase() ?? '?';
}

/** What a field of an old form shows that is no text of its own (17.16.17). */
function valueOfForm(name: string, begin: Element): string | undefined {
  const data = childOf(begin, 'w:ffData');
  if (name === 'FORMCHECKBOX') {
    const box = childOf(data, 'w:checkBox');
    return (switchOf(box, 'w:checked') ?? switchOf(box, 'w:default') ?? false) ? '☒' : '☐';
  }
  if (name !== 'FORMDROPDOWN') return undefined;
  const list = childOf(data, 'w:ddList');
  const entries = childrenOf(list).filter((entry) => nameOf(entry) === 'w:listEntry');
  const chosen = Number(attribute(childOf(list, 'w:result'), 'val') ?? 0);
  return attribute(entries[chosen], 'val') ?? '';
}
