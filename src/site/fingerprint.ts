import { sha256 } from './canonical.ts';
import type { TextPart } from './text-parts.ts';

// 48 bits tell two states of a text apart; 16 bits a part are enough to name those that have changed, which is a help
// for the translator and decides nothing.
const wholeDigits = 12;
const partDigits = 4;

/**
 * The state of a text: `1a2b3c4d5e6f-0a1b2c3d…`, a hash of the whole and a short one of each part. With those of the
 * parts it can be told later which paragraphs have changed, also where no history is at hand: in a folder without Git,
 * in a shallow clone, after a squash.
 */
export function fingerprint(parts: readonly TextPart[]): string {
  const whole = sha256(parts.map(({ field, text }) => [field, meaning(text)])).slice(
    0,
    wholeDigits,
  );
  return `${whole}-${parts.map(partPrint).join('')}`;
}

/** What has become of a text since its state was recorded. */
export interface Change {
  /** Parts that were not there, or not in these words. */
  readonly changed: readonly TextPart[];
  /** How many more parts there were then; negative when there are more now. */
  readonly lost: number;
}

/**
 * Compares a text with a state of it that was recorded.
 * @returns undefined when it says the same; a change without parts where only the whole was recorded, or only the order differs
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

/** A text without what typography alone adds: to set «quotes», dashes and no-break spaces right makes no translation old. */
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
