import type { Language } from '#languages/language.ts';

export const english: Language = { tag: 'en' };
