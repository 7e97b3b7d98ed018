import { z } from 'zod';
import { type FieldFault, isSitePath, sitePath } from './fields.ts';

const words = 'moved to ';

/** `content/permalinks.yaml`: decisions by people about old addresses, `/ru/old/: moved to /ru/new/`. */
export const permalinksFile = z.record(
  sitePath,
  z
    .string()
    .refine((text) => text.startsWith(words) && isSitePath(text.slice(words.length)), {
      params: {
        id: 'bad-format',
        params: { example: `${words}/ru/news/2026/new-name/` },
      } satisfies FieldFault,
    })
    .transform((text) => ({ movedTo: decodeURIComponent(text.slice(words.length)) })),
);
