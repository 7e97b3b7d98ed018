import { z } from 'zod';

/** `content/strings/<locale>.yaml`: texts of the interface by key; what they must be, `#lang/dictionary.ts` checks. */
export const stringsFile = z.record(z.string(), z.unknown());
