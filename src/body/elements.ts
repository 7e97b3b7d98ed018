/** What happens to an HTML element in a text. */
export type Fate = 'kept' | 'unwrapped' | 'embedded' | 'dropped' | 'unknown';

/** Elements without content (HTML, 13.1.2), including obsolete ones. */
export const voidElements: ReadonlySet<string> = new Set(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr'.split(
    ' ',
  ),
);

/** Elements whose end tag may be omitted (HTML, 13.1.2.4). */
export const optionalEnds: ReadonlySet<string> = new Set(
  'p li dt dd tr td th thead tbody tfoot colgroup option optgroup rb rp rt rtc'.split(' '),
);

/** Parts of a table, which have no meaning outside one. */
export const tableParts: ReadonlySet<string> = new Set(
  'caption col colgroup tbody td tfoot th thead tr'.split(' '),
);

/** Elements that show something other than text, or expect input. No text may contain them. */
const embedded = new Set(
  'applet audio button canvas embed form iframe input math meter object progress select svg textarea'.split(
    ' ',
  ),
);

/** Elements that are not shown, or that show their content as raw text. */
const dropped = new Set(
  'base basefont bgsound frame frameset head keygen link meta noembed noframes noscript param plaintext script style template title xmp'.split(
    ' ',
  ),
);

/** Elements of which only the words inside are shown. */
const unwrapped = new Set(
  (
    'acronym address area article big blink body center col colgroup data datalist dfn dialog dir fieldset font h1 header ' +
    'hgroup html label legend listing main map marquee menu nav nobr optgroup option output picture rb rp rt rtc ruby ' +
    'search slot strike tt u var wbr'
  ).split(' '),
);

/**
 * What happens to the element with this name.
 * @param kept the elements that the sanitiser keeps
 */
export function fateOf(name: string, kept: ReadonlySet<string>): Fate {
  if (embedded.has(name)) return 'embedded';
  if (kept.has(name)) return 'kept';
  if (unwrapped.has(name)) return 'unwrapped';
  return dropped.has(name) ? 'dropped' : 'unknown';
}
