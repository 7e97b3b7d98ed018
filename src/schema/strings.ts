import { z } from 'zod';

/** `content/strings/<locale>.yaml`: interface texts by key. `#lang/dictionary.ts` checks the values. */
export const stringsFile = z.record(z.string(), z.unknown());
