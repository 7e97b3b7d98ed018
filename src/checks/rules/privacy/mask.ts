/**
 * Masks a personal value for a report: enough is left to find it, too little to use it. `900112301234` →
 * `9001••••1234`
 */
export function mask(value: string): string {
  const letters = Array.from(value.replaceAll(/[^\p{L}\p{N}]/gu, ''));
  const shown = letters.length >= 12 ? 4 : letters.length >= 8 ? 2 : 1;
  return `${letters.slice(0, shown).join('')}••••${letters.slice(-shown).join('')}`;
}
