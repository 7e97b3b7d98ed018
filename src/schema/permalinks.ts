import { z } from 'zod';
import { matching, sitePath } from './fields.ts';

/** `content/permalinks.yaml`: human decisions about old addresses, `/ru/old/: moved to /ru/new/`. */
export const permalinksFile = z.record(sitePath, matching(/^moved to \/\S*$/u, 'moved to /ru/news/2026/new-name/').transform((text) => ({ movedTo: text.slice('moved to '.length) })));
