import { z } from 'zod';
import { perLocale } from './fields.ts';

/** A topic that announcements may have. `content/topics.yaml` holds all topics by id. */
export const topicEntry = z.strictObject({ label: perLocale, description: perLocale.optional() });
