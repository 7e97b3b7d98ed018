import { readHeader } from '#images/codec.ts';
import { signatureOf } from '#images/signature.ts';
import type { NewAnnouncement } from '#authoring/new-announcement.ts';
import type { ImportNote } from './imported.ts';

/** The smallest size in pixels at which a picture fills the head of a page. */
const [leastWidth, leastHeight] = [1200, 630];

/** Suggests the first picture that is large enough as the cover, when the source names none. */
export async function coverOffered({ facts, files }: NewAnnouncement): Promise<ImportNote[]> {
  if (facts.cover !== undefined) return [];
  for (const [name, file] of files ?? []) {
    const bytes = Buffer.from(file);
    const format = signatureOf(bytes);
    if (format === undefined || format === 'svg' || format === 'heic') continue;
    try {
      const { width, height } = await readHeader(bytes);
      if (width >= leastWidth && height >= leastHeight)
        return [{ id: 'cover-offered', params: { name } }];
    } catch {
      // Sharp throws when the picture is damaged. The build will report it.
    }
  }
  return [];
}
