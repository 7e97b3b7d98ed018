import type { Language } from '#languages/language.ts';

export const russian: Language = { tag: 'ru' };
