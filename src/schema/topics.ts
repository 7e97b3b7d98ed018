import { z } from 'zod';
import { id, perLocale } from './fields.ts';

/** `content/topics.yaml`: the permitted topics. */
export const topicsFile = z.record(
  id,
  z.strictObject({ label: perLocale, description: perLocale.optional() }),
);
