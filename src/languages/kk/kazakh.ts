import type { Language } from '#languages/language.ts';

export const kazakh: Language = { tag: 'kk' };
