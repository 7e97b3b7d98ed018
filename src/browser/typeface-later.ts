// The typeface is not asked for on the first page of a reader: on a slow line it would come too late to be shown, and its
// bytes would delay what is. It is fetched when that page is complete, and used from the next one on.
import { typefaceKey } from './early-settings.ts';

const typeface = "1rem 'Golos Text Jarshy'";

interface Connection {
  readonly saveData?: boolean;
}

async function fetchTypeface(): Promise<void> {
  const { connection } = navigator as { connection?: Connection };
  const isOther =
    getComputedStyle(document.documentElement).getPropertyValue('--face-given') !== '';
  if (isOther || connection?.saveData) return;
  const loaded = await document.fonts.load(typeface);
  if (loaded.length > 0) localStorage.setItem(typefaceKey, '1');
}

// Storage may be forbidden, or the connection gone: then the page stays in a face of the device.
const begin = () => void fetchTypeface().catch(() => undefined);
if (document.readyState === 'complete') begin();
else addEventListener('load', begin, { once: true });
