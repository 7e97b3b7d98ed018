import { z } from 'zod';
import { perLocale } from './fields.ts';

/** A permitted topic: `content/topics.yaml` holds them all, by id. */
export const topicEntry = z.strictObject({ label: perLocale, description: perLocale.optional() });
