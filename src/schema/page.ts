import { z } from 'zod';
import { line } from './fields.ts';

/** The front matter of `content/pages/<slug>/index.<locale>.md`: a standing page. */
export const pageFile = z.strictObject({
  title: line,
  summary: line.optional(),
});
