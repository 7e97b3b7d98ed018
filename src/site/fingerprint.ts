import { sha256 } from './canonical.ts';
import type { TextPart } from './text-parts.ts';

// 48 bits are enough to tell two states of a text apart. 16 bits per part are enough to name the parts that have
// changed: that only helps the translator, and nothing is decided by it.
const wholeDigits = 12;
const partDigits = 4;

/**
 * The fingerprint of a text, `1a2b3c4d5e6f-0a1b2c3d…`: a hash of the whole, then a short hash of each part. The hashes
 * of the parts later tell which paragraphs have changed, even without a history: in a folder without Git, in a shallow
 * clone, after a squash.
 */
export function fingerprint(parts: readonly TextPart[]): string {
  const whole = sha256(parts.map(({ field, text }) => [field, meaning(text)])).slice(
    0,
    wholeDigits,
  );
  return `${whole}-${parts.map(partPrint).join('')}`;
}

/** What has changed in a text since its fingerprint was recorded. */
export interface Change {
  /** Parts that are new or whose words have changed. */
  readonly changed: readonly TextPart[];
  /** How many more parts the text had then. Negative when it has more parts now. */
  readonly lost: number;
}

/**
 * Compares a text with a recorded fingerprint of it.
 * @returns undefined when nothing has changed; a change without parts when only the hash of the whole was recorded, or
 *   only the order of the parts differs
 */
export function changeSince(parts: readonly TextPart[], recorded: string): Change | undefined {
  const now = fingerprint(parts);
  const [whole, prints = ''] = recorded.split('-');
  if (now === recorded || now.slice(0, wholeDigits) === whole) return undefined;
  if (prints.length === 0 || prints.length % partDigits !== 0) return { changed: [], lost: 0 };

  const then = prints.match(new RegExp(`.{${partDigits}}`, 'gu')) ?? [];
  const left = [...then];
  const changed = parts.filter((part) => {
    const index = left.indexOf(partPrint(part));
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
  return { changed, lost: then.length - parts.length };
}

function partPrint({ field, text }: TextPart): string {
  return sha256([field, meaning(text)]).slice(0, partDigits);
}

/**
 * Normalizes what is typography only: a translation must not become outdated because quotation marks, dashes or
 * no-break spaces in its source were corrected.
 */
function meaning(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[\u00AD\u200B\u2060\uFEFF]/gu, '')
    .replaceAll(/[«»„“”‟"'‘’‚‛]/gu, '"')
    .replaceAll(/[‐‑‒–—―−]|--+/gu, '-')
    .replaceAll('…', '...')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
